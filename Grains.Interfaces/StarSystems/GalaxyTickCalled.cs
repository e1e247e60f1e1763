using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>The day's tick was called.</summary>
/// <param name="OccurredAt">When the tick started.</param>
/// <param name="Tick">The tick.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.GalaxyTickCalled")]
public sealed record GalaxyTickCalled(
    DateTimeOffset OccurredAt,
    [property: Id(0)] GalaxyTick Tick) : GalaxyEvent(OccurredAt), IAnnounced;
