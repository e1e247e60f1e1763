using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>No tick was seen for longer than a day can take; it ends with the next tick.</summary>
/// <param name="OccurredAt">When that was noticed.</param>
/// <param name="LastTick">When the last tick started; null where none is known.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.GalaxyTickOverdue")]
public sealed record GalaxyTickOverdue(
    DateTimeOffset OccurredAt,
    [property: Id(0)] DateTimeOffset? LastTick) : GalaxyEvent(OccurredAt), IAnnounced;
