using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>What changed in a system with a tick. The names are the Tick Detector feed's, whose glossary specifies them.</summary>
/// <param name="TickPass">Which phases explain the change.</param>
/// <param name="StateChange">Active states changed.</param>
/// <param name="InfChange">Influence changed.</param>
/// <param name="InfStates">A state that moves influence by itself is active.</param>
/// <param name="CmfInf">Influence of the controlling faction, 0 to 1.</param>
/// <param name="CmfName">The controlling faction.</param>
/// <param name="CmfHasExpanded">It recovers from an expansion.</param>
/// <param name="CmfInfDrop">Change of its influence: new minus old, to four decimals.</param>
/// <param name="CmfExpansionTax">It recovers from an expansion and lost what an expansion costs.</param>
/// <param name="ConflictEnded">A faction recovers from a conflict.</param>
/// <param name="FactionChanges">Who came and who left.</param>
/// <param name="AtRiskNNFactions">Non-native factions that may soon retreat.</param>
/// <param name="FacCount">Factions now.</param>
/// <param name="Population">Of the system.</param>
/// <param name="AllFacSwing">Sum of the absolute changes of influence.</param>
/// <param name="BgsActivityEstimate">How much players did.</param>
/// <param name="ActiveConflictCount">Pairs of factions in conflict.</param>
/// <param name="LockedInf">Influence that these hold, 0 to 1.</param>
/// <param name="Extra">Members that another detector sent and this version does not know, as a JSON object; empty where there are none.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.TickMetrics")]
public sealed record TickMetrics(
    [property: Id(0)] TickPass TickPass,
    [property: Id(1)] bool StateChange,
    [property: Id(2)] bool InfChange,
    [property: Id(3)] bool InfStates,
    [property: Id(4)] decimal CmfInf,
    [property: Id(5)] string CmfName,
    [property: Id(6)] bool CmfHasExpanded,
    [property: Id(7)] decimal CmfInfDrop,
    [property: Id(8)] bool CmfExpansionTax,
    [property: Id(9)] bool ConflictEnded,
    [property: Id(10)] FactionChangeSet FactionChanges,
    [property: Id(11)] ImmutableArray<AtRiskFaction> AtRiskNNFactions,
    [property: Id(12)] int FacCount,
    [property: Id(13)] long Population,
    [property: Id(14)] decimal AllFacSwing,
    [property: Id(15)] ActivityEstimate BgsActivityEstimate,
    [property: Id(16)] int ActiveConflictCount,
    [property: Id(17)] decimal LockedInf,
    [property: Id(18)] string Extra)
{
    /// <summary>The state pass reached the system: states changed.</summary>
    [JsonIgnore]
    public bool TellsOfStatePass => StateChange || TickPass == TickPass.State || (!InfChange && TickPass == TickPass.Either);

    /// <summary>The influence pass reached the system, or the state pass did and moved influence.</summary>
    [JsonIgnore]
    public bool TellsOfInfPass => InfChange || TickPass == TickPass.Inf || (!StateChange && TickPass == TickPass.Either);
}
