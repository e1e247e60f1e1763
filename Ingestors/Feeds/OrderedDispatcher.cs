using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace OrleansGameState.Ingestors.Feeds;

/// <summary>
/// Runs work in order per key and part of it, in parallel over keys and, up to a window, over the parts of one key. Work of
/// one key starts in the order in which it was queued. The total is bounded: where it is full, whoever brings more waits.
/// </summary>
/// <param name="capacity">How much may be queued or under way, of all keys.</param>
/// <param name="window">How much of one key may be under way.</param>
/// <param name="logger">Told of work that fails.</param>
/// <param name="stopping">Handed to all work.</param>
internal sealed class OrderedDispatcher(int capacity, int window, ILogger logger, CancellationToken stopping) : IDisposable
{
    private readonly SemaphoreSlim _room = new(capacity);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Lane> _lanes = [];
    private TaskCompletionSource? _idle;

    /// <summary>Queues work; waits while there is no room.</summary>
    /// <param name="key">Whose work it is.</param>
    /// <param name="part">What part of the key it is about. Null is all of it: no other work of the key is under way meanwhile.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public async ValueTask Enqueue(string key, int? part, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        FeedMeters.CommandsWaiting.Add(1);
        Lane? lane;
        lock (_lock)
        {
            if (!_lanes.TryGetValue(key, out lane))
            {
                _lanes.Add(key, lane = new(key, window));
            }

            lane.Waiting.Enqueue(new(part, work, FeedTraces.Cause()));
            if (lane.IsStarting || !lane.CanStart)
            {
                return;
            }

            lane.IsStarting = true;
        }

        // Whoever brings work does not do it, and is not what others' work is done for.
        ThreadPool.UnsafeQueueUserWorkItem(StartWaiting, lane, preferLocal: false);
    }

    /// <summary>Completes once nothing is queued or under way.</summary>
    public Task WhenIdle()
    {
        lock (_lock)
        {
            return _lanes.Count == 0 ? Task.CompletedTask : (_idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    public void Dispose() => _room.Dispose();

    // Never twice at a time for one lane, so that work starts in order.
    private void StartWaiting(Lane lane)
    {
        while (Next(lane) is { } work)
        {
            _ = Run(lane, work);
        }
    }

    private Work? Next(Lane lane)
    {
        lock (_lock)
        {
            lane.IsStarting = lane.CanStart;
            if (lane.IsStarting)
            {
                return lane.Start();
            }

            RemoveIfDone(lane);
            return null;
        }
    }

    private async Task Run(Lane lane, Work work)
    {
        var span = FeedTraces.Command(lane.Key, work.Cause);
        try
        {
            await work.Do(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // What is left was not told; the feeds tell it again after a restart.
        }
        catch (Exception exception)
        {
            FeedTraces.Failed(exception);
            Log.WorkFailed(logger, lane.Key, exception);
        }
        finally
        {
            span?.Dispose();
        }

        Release();
        if (End(lane, work))
        {
            StartWaiting(lane);
        }
    }

    private bool End(Lane lane, Work work)
    {
        lock (_lock)
        {
            lane.UnderWay.Remove(work);
            if (lane.IsStarting || !lane.CanStart)
            {
                RemoveIfDone(lane);
                return false;
            }

            return lane.IsStarting = true;
        }
    }

    private void RemoveIfDone(Lane lane)
    {
        if (lane is { IsStarting: false, UnderWay.Count: 0, Waiting.Count: 0 } && _lanes.Remove(lane.Key) && _lanes.Count == 0)
        {
            _idle?.SetResult();
            _idle = null;
        }
    }

    private void Release()
    {
        FeedMeters.CommandsWaiting.Add(-1);
        try
        {
            _room.Release();
        }
        catch (ObjectDisposedException)
        {
            // The host gave up waiting for this lane.
        }
    }

    private sealed class Work(int? part, Func<CancellationToken, Task> work, Activity? cause)
    {
        public int? Part => part;

        public Activity? Cause => cause;

        public Func<CancellationToken, Task> Do => work;

        public bool IsApartFrom(Work other) => part is not null && other.Part is not null && part != other.Part;
    }

    /// <summary>What is queued and under way of one key; guarded by the dispatcher's lock.</summary>
    private sealed class Lane(string key, int window)
    {
        public string Key => key;

        public Queue<Work> Waiting { get; } = [];

        public List<Work> UnderWay { get; } = [];

        public bool IsStarting { get; set; }

        public bool CanStart => UnderWay.Count < window && Waiting.TryPeek(out var next) && UnderWay.TrueForAll(next.IsApartFrom);

        public Work Start()
        {
            var next = Waiting.Dequeue();
            UnderWay.Add(next);
            return next;
        }
    }
}
