namespace OrleansGameState.Grains.Entities;

/// <summary>An entity's state at an instant, as the log has it.</summary>
/// <param name="State">Null where the log has none of that instant.</param>
/// <param name="Sequence">Sequence of the last event in <paramref name="State"/>.</param>
/// <param name="At">Commit time of that event.</param>
/// <param name="Since">Commit time from which on states can be told; null where the entity is unknown.</param>
/// <param name="IsTruncated">True where older events were there and are gone.</param>
public sealed record PastState(object? State, long Sequence, DateTimeOffset At, DateTimeOffset? Since, bool IsTruncated)
{
    /// <summary>Of an entity nothing was ever told of.</summary>
    public static readonly PastState Unknown = new(null, 0, DateTimeOffset.UnixEpoch, null, false);
}
