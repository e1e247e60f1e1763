using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>An instance of a dynamic zone was silent for an hour. It returns with the next thing heard of it.</summary>
/// <param name="OccurredAt">When it was last heard of.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.ZoneRetired")]
public sealed record ZoneRetired(
    DateTimeOffset OccurredAt) : ZoneEvent(OccurredAt), IAnnounced;
