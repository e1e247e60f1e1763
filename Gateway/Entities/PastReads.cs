using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Entities;

internal static class PastReads
{
    /// <summary>The state after the last event that was committed at <paramref name="at"/> or before; of the future, the state now.</summary>
    public static async ValueTask<PastRead<TState>> ReadAt<TState>(this IEntityGrain<TState> grain, DateTimeOffset at)
        where TState : class
    {
        var now = await grain.GetSnapshot();
        if (now.Sequence == 0)
        {
            return new(null, null, IsTruncated: false, IsFinal: false);
        }

        // Commit times never decrease: what is committed from now on may still bear that of the last event, no earlier one.
        if (at >= now.AsOf)
        {
            return new(now, null, IsTruncated: false, IsFinal: false);
        }

        var past = await grain.GetSnapshotAt(at);
        return new(past.Snapshot, past.Since, past.IsTruncated, IsFinal: true);
    }
}
