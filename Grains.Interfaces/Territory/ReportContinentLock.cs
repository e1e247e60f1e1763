namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A ContinentLock message.</summary>
/// <param name="Timestamp">timestamp, in whole seconds.</param>
/// <param name="TriggeringFaction">Who locked it; null where the message lacks it.</param>
/// <param name="PreviousFaction">previous_faction; null where the message lacks it.</param>
/// <param name="Populations">Null where the message lacks them.</param>
/// <param name="MetagameEventId">The alert that decided it; null where absent or 0.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.ReportContinentLock")]
public sealed record ReportContinentLock(
    [property: Id(0)] DateTimeOffset Timestamp,
    [property: Id(1)] Faction? TriggeringFaction,
    [property: Id(2)] Faction? PreviousFaction,
    [property: Id(3)] Populations? Populations,
    [property: Id(4)] int? MetagameEventId) : ZoneCommand;
