namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>The game's word on a lock, with the populations at that time.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="TriggeringFaction">Who locked it; null where the message lacked it.</param>
/// <param name="PreviousFaction">Null where the message lacked it.</param>
/// <param name="Populations">Null where the message lacked them.</param>
/// <param name="MetagameEventId">The alert that decided it, if any.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.ContinentLockReported")]
public sealed record ContinentLockReported(
    DateTimeOffset OccurredAt,
    [property: Id(0)] Faction? TriggeringFaction,
    [property: Id(1)] Faction? PreviousFaction,
    [property: Id(2)] Populations? Populations,
    [property: Id(3)] int? MetagameEventId) : ZoneEvent(OccurredAt);
