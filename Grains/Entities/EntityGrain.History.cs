using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>Reads of what is past, which the log answers.</summary>
internal abstract partial class EntityGrain<TState, TEvent>
{
    public async ValueTask<EventPage> ReadEvents(long after, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return after >= _committed.Sequence
            ? new([], 1, _committed.Sequence)
            : await context.Log.ReadAsync(SystemName, Key, after, limit, CancellationToken.None);
    }

    public ValueTask<EventPage> ReadEventsBetween(DateTimeOffset from, DateTimeOffset to, long after, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return context.Log.ReadBetweenAsync(SystemName, Key, from, to, after, limit, CancellationToken.None);
    }

    public async ValueTask<PastSnapshot<TState>> GetSnapshotAt(DateTimeOffset at)
    {
        var past = await context.Log.StateAtAsync(SystemName, Key, at, CancellationToken.None);
        return new(past.State is TState state ? new(Key, past.Sequence, past.At, state) : null, past.Since, past.IsTruncated);
    }
}
