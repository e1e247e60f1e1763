using Microsoft.Extensions.Options;
using OrleansGameState.Grains.Interfaces.Feeds;

namespace OrleansGameState.Grains.Feeds;

internal sealed class FeedLeaseGrain(IOptions<FeedLeaseOptions> options, TimeProvider time) : Grain, IFeedLeaseGrain
{
    private readonly long _activatedAt = time.GetTimestamp();
    private readonly DateTimeOffset _activatedOn = time.GetUtcNow();
    private FeedLeaseState? _state;

    // A clock that is set must not end a lease.
    private DateTimeOffset Now => _activatedOn + time.GetElapsedTime(_activatedAt);

    public ValueTask<FeedLease> Claim(string claimer, FeedLease? known)
    {
        var now = Now;
        _state = FeedLeaseRules.Claim(_state, claimer, known, options.Value.Lease, now);
        return new(new FeedLease(_state.Holder!, _state.Since, _state.Until - now));
    }

    public ValueTask Release(string holder)
    {
        _state = FeedLeaseRules.Release(_state, holder, Now);
        return default;
    }
}
