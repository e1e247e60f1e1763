using OrleansGameState.Grains.Feeds;
using OrleansGameState.Grains.Interfaces.Feeds;

namespace OrleansGameState.Grains.Tests.Feeds;

/// <summary>Some processes that ask for one lease, and activations that may be lost.</summary>
internal sealed class LeaseStory
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, (FeedLease Lease, DateTimeOffset Until)> _known = [];
    private readonly Dictionary<string, DateTimeOffset> _granted = [];
    private FeedLeaseState? _state;

    public DateTimeOffset Now { get; private set; } = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>How many hold the lease by what this activation granted.</summary>
    public int Holders => _granted.Values.Count(until => until > Now);

    public void Wait(TimeSpan time) => Now += time;

    /// <summary>The process asks, telling what it knows.</summary>
    public FeedLease Claim(string claimer)
    {
        var known = KnownTo(claimer);
        _state = FeedLeaseRules.Claim(_state, claimer, known, Lease, Now);
        Assert.Equal(_state, FeedLeaseRules.Claim(_state, claimer, known, Lease, Now));
        var answer = new FeedLease(_state.Holder!, _state.Since, _state.Until - Now);
        _known[claimer] = (answer, _state.Until);
        if (answer.Holder == claimer)
        {
            _granted[claimer] = _state.Until;
        }

        return answer;
    }

    /// <summary>The process ends as it should: where it holds the lease it gives it up.</summary>
    public void Release(string holder)
    {
        if (Holds(holder))
        {
            _state = FeedLeaseRules.Release(_state, holder, Now);
            _known.Remove(holder);
            _granted.Remove(holder);
        }
    }

    public void LoseActivation()
    {
        _state = null;
        _granted.Clear();
    }

    public bool Holds(string process) => KnownTo(process)?.Holder == process;

    private FeedLease? KnownTo(string process) =>
        _known.TryGetValue(process, out var known) && known.Until > Now ? known.Lease with { Remaining = known.Until - Now } : null;
}
