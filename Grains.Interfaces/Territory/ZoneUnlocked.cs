using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A zone is open: it was unlocked, or is seen to be open for the first time.</summary>
/// <param name="OccurredAt">When, or when it was first seen.</param>
/// <param name="Previously">Who had locked it; null where that is not known.</param>
/// <param name="Cause">What told of it.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.ZoneUnlocked")]
public sealed record ZoneUnlocked(
    DateTimeOffset OccurredAt,
    [property: Id(0)] Faction? Previously,
    [property: Id(1)] LockCause Cause) : ZoneEvent(OccurredAt), IAnnounced;
