using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>A run of an entity's history, in order and without holes.</summary>
/// <param name="Events">The events after the asked-for sequence, oldest first.</param>
/// <param name="Oldest">The oldest sequence the log still holds; 1 where nothing was dropped.</param>
/// <param name="Latest">The entity's current sequence.</param>
[GenerateSerializer]
[Immutable]
[Alias("EventPage")]
public sealed record EventPage(
    [property: Id(0)] ImmutableArray<Envelope> Events,
    [property: Id(1)] long Oldest,
    [property: Id(2)] long Latest)
{
    /// <summary>True where events after <paramref name="after"/> are gone, so that only a snapshot helps.</summary>
    public bool IsTruncated(long after) => after + 1 < Oldest;
}
