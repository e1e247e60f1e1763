namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>A watch that must be renewed, by calling <see cref="IEntityGrain.Watch"/> again, before it ends.</summary>
/// <param name="Sequence">The entity's sequence now, so that a watcher notices a lost last event.</param>
/// <param name="Duration">How long the watch holds without renewal.</param>
[GenerateSerializer]
[Immutable]
[Alias("WatchLease")]
public sealed record WatchLease(
    [property: Id(0)] long Sequence,
    [property: Id(1)] TimeSpan Duration);
