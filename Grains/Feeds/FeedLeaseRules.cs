using OrleansGameState.Grains.Interfaces.Feeds;

namespace OrleansGameState.Grains.Feeds;

/// <summary>Who has a lease.</summary>
/// <remarks>
/// A state of null is that of an activation which was not told anything yet: an earlier one may have granted the lease. The
/// first claimer's knowledge stands in for what was lost, whoever it is about, so that neither a holder loses its lease to a
/// standby nor the first process of all has to wait.
/// </remarks>
internal static class FeedLeaseRules
{
    /// <summary>The lease after a claim.</summary>
    public static FeedLeaseState Claim(FeedLeaseState? state, string claimer, FeedLease? known, TimeSpan duration, DateTimeOffset now)
    {
        var current = state ?? Remembered(known, duration, now);
        var isLive = current?.Holder is not null && now < current.Until;
        if (isLive && current!.Holder != claimer)
        {
            return current;
        }

        return new(claimer, isLive ? current!.Since : now, now + duration);
    }

    /// <summary>The lease after its holder gave it up.</summary>
    public static FeedLeaseState? Release(FeedLeaseState? state, string holder, DateTimeOffset now) =>
        state is null || state.Holder == holder ? new(null, now, now) : state;

    // No claimer can know of more than one whole lease.
    private static FeedLeaseState? Remembered(FeedLease? known, TimeSpan duration, DateTimeOffset now) => known is null
        ? null
        : new(known.Holder, known.Since, now + (known.Remaining < duration ? known.Remaining : duration));
}
