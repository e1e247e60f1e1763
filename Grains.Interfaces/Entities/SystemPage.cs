using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>A run of a system's history: the events of all its entities in the order of their commits.</summary>
/// <param name="Events">The events after the asked-for position. Nothing will ever be committed between them.</param>
/// <param name="Next">What to ask with for the ones after.</param>
/// <param name="IsTruncated">True where events after the asked-for position are gone.</param>
[GenerateSerializer]
[Immutable]
[Alias("SystemPage")]
public sealed record SystemPage(
    [property: Id(0)] ImmutableArray<Envelope> Events,
    [property: Id(1)] CommitPosition Next,
    [property: Id(2)] bool IsTruncated);
