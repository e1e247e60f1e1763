namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>An entity's committed state, and the sequence it stands at.</summary>
/// <param name="Key">The entity's grain key.</param>
/// <param name="Sequence">Sequence of the last event in <paramref name="State"/>; 0 is an entity nothing was ever told of.</param>
/// <param name="AsOf">Commit time of that event.</param>
/// <param name="State">The state.</param>
[GenerateSerializer]
[Immutable]
[Alias("Snapshot`1")]
public sealed record Snapshot<TState>(
    [property: Id(0)] string Key,
    [property: Id(1)] long Sequence,
    [property: Id(2)] DateTimeOffset AsOf,
    [property: Id(3)] TState State)
    where TState : class;
