using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>The controlling faction of a system expanded from it and paid for it in influence.</summary>
/// <param name="OccurredAt">The observation's time.</param>
/// <param name="System">The system's name.</param>
/// <param name="SystemAddress">Its address.</param>
/// <param name="IsColony">Founded by players.</param>
/// <param name="Faction">The faction's name.</param>
/// <param name="InfDrop">What it lost: old minus new, to four decimals.</param>
/// <param name="HasExpanded">It recovers from an expansion.</param>
/// <param name="Source">Where it was told from.</param>
/// <param name="Extra">Unknown members that another detector sent, as a JSON object; empty where there are none.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.FactionExpandedFrom")]
public sealed record FactionExpandedFrom(
    DateTimeOffset OccurredAt,
    [property: Id(0)] string System,
    [property: Id(1)] long SystemAddress,
    [property: Id(2)] bool IsColony,
    [property: Id(3)] string Faction,
    [property: Id(4)] decimal InfDrop,
    [property: Id(5)] bool HasExpanded,
    [property: Id(6)] TickSource Source,
    [property: Id(7)] string Extra) : StarSystemEvent(OccurredAt), IAnnounced;
