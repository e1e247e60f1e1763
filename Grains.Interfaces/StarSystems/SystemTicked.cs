using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A pass of the tick reached the system.</summary>
/// <param name="OccurredAt">The tick's timestamp.</param>
/// <param name="Tick">What changed.</param>
/// <param name="Observation">All that was seen; null where another detector told of the tick.</param>
/// <param name="Reverts">The states are what they were before their last change, which was little ago: one of the two changes was false.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.SystemTicked")]
public sealed record SystemTicked(
    DateTimeOffset OccurredAt,
    [property: Id(0)] SystemTick Tick,
    [property: Id(1)] Observation? Observation,
    [property: Id(2)] bool Reverts) : StarSystemEvent(OccurredAt), IAnnounced;
