using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A zone was locked.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Faction">By whom; null where the message lacked it and the map does not tell yet.</param>
/// <param name="Cause">What told of it.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.ZoneLocked")]
public sealed record ZoneLocked(
    DateTimeOffset OccurredAt,
    [property: Id(0)] Faction? Faction,
    [property: Id(1)] LockCause Cause) : ZoneEvent(OccurredAt), IAnnounced;
