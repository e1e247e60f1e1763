using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Entities;

/// <summary>An entity at an instant as clients see it.</summary>
/// <param name="View">Null where nothing can be told of that instant.</param>
/// <param name="Since">From when on something can be told; null where nothing was ever told of the entity.</param>
/// <param name="IsTruncated">True where older history was there and is gone.</param>
/// <param name="IsFinal">True where nothing that is committed from now on changes the answer.</param>
internal sealed record PastView(EntityView? View, DateTimeOffset? Since, bool IsTruncated, bool IsFinal)
{
    public static PastView Of<TState>(PastRead<TState> read, Func<Snapshot<TState>, EntityView> make)
        where TState : class =>
        new(read.Snapshot is { } snapshot ? make(snapshot) : null, read.Since, read.IsTruncated, read.IsFinal);
}
