using Microsoft.Extensions.Logging;
using OrleansGameState.Grains.Interfaces.Feeds;

namespace OrleansGameState.Ingestors.Feeds.Leases;

/// <summary>Claims the lease of one part of a feed, and renews it for as long as it runs.</summary>
internal sealed class PartLease(string feed, string part, string holder, IGrainFactory grains, TimeProvider time, ILogger logger)
{
    // Shorter than a lease's third, so that a claim lost with its silo leaves time for others.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly string _key = FeedKeys.Lease(feed, part);
    private readonly SteadyClock _clock = new(time);
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LeaseKnowledge _knowledge = new(holder);
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LeaseState? _told;
    private bool _isUnanswered;

    public string Feed => feed;

    public string Part => part;

    /// <summary>Completes with the first answer.</summary>
    public Task Answered => _answered.Task;

    /// <summary>Looked at anew each time: a lease ends by the clock, whether or not anybody wakes for it.</summary>
    public LeaseState State => Knowledge.RunningAt(_clock.Now) switch
    {
        null => LeaseState.Unknown,
        { Holder: var name } => name == holder ? LeaseState.Active : LeaseState.Standby,
    };

    /// <summary>The lease that runs; null where none is known to.</summary>
    public FeedLease? Running => Knowledge.RunningAt(_clock.Now);

    public int? Term => Knowledge is var known && known.IsHeldAt(_clock.Now) ? known.Term : null;

    private LeaseKnowledge Knowledge => Volatile.Read(ref _knowledge);

    public async Task WhenHeld(CancellationToken cancellationToken)
    {
        for (var next = Volatile.Read(ref _next); Term is null; next = Volatile.Read(ref _next))
        {
            await next.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Claims until it is cancelled; the lease is then left as it is.</summary>
    public async Task Run(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Claim(stopping);
            var pause = Knowledge.ClaimAt - _clock.Now;
            await Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Gives the lease up where it is held; an answer is waited for, but not long.</summary>
    public async Task Release()
    {
        if (Term is null)
        {
            return;
        }

        Know(Knowledge.Released());
        try
        {
            await Grain.Release(holder).AsTask().WaitAsync(Patience, time);
        }
        catch (Exception exception)
        {
            Log.LeaseNotReleased(logger, _key, exception);
        }
    }

    private IFeedLeaseGrain Grain => grains.GetGrain<IFeedLeaseGrain>(_key);

    private async Task Claim(CancellationToken stopping)
    {
        var askedAt = _clock.Now;
        try
        {
            var lease = await Grain.Claim(holder, Knowledge.RunningAt(askedAt)).AsTask().WaitAsync(Patience, time, stopping);
            _isUnanswered = false;
            Know(Knowledge.Answered(lease, askedAt, _clock.Now));
            _answered.TrySetResult();
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            TellUnanswered(exception);
            Know(Knowledge.Unanswered(_clock.Now));
        }
        catch (OperationCanceledException)
        {
            // Stopping: what is held is given up next.
        }
    }

    private void Know(LeaseKnowledge knowledge)
    {
        Volatile.Write(ref _knowledge, knowledge);
        TellChange(State);
        Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    private void TellUnanswered(Exception exception)
    {
        if (!_isUnanswered)
        {
            _isUnanswered = true;
            Log.LeaseUnanswered(logger, _key, exception.Message);
        }
    }

    private void TellChange(LeaseState state)
    {
        var before = _told;
        _told = state;
        switch (state)
        {
            case LeaseState.Active when before != state:
                Log.LeaseHeld(logger, _key, holder);
                break;
            case LeaseState.Standby when before != state:
                Log.LeaseOfAnother(logger, _key, Running?.Holder ?? "");
                break;
            case LeaseState.Unknown when before == LeaseState.Active && Knowledge.Last is not null:
                Log.LeaseRanOut(logger, _key);
                break;
        }
    }
}
