namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>An entity as it was at an instant, as far as its history tells.</summary>
/// <param name="Snapshot">The state then; null where the history has none of that instant.</param>
/// <param name="Since">The commit time from which on states can be told; null where nothing was ever told of the entity.</param>
/// <param name="IsTruncated">True where older history was there and is gone, so that <paramref name="Since"/> is no beginning.</param>
[GenerateSerializer]
[Immutable]
[Alias("PastSnapshot`1")]
public sealed record PastSnapshot<TState>(
    [property: Id(0)] Snapshot<TState>? Snapshot,
    [property: Id(1)] DateTimeOffset? Since,
    [property: Id(2)] bool IsTruncated)
    where TState : class;
