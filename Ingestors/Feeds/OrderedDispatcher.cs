using Microsoft.Extensions.Logging;

namespace OrleansGameState.Ingestors.Feeds;

/// <summary>
/// Runs work in order per key and in parallel over keys. The total is bounded: where it is full, whoever brings more waits.
/// </summary>
internal sealed class OrderedDispatcher(int capacity, ILogger logger, CancellationToken stopping) : IDisposable
{
    private readonly SemaphoreSlim _room = new(capacity);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<Func<CancellationToken, Task>>> _lanes = [];
    private TaskCompletionSource? _idle;

    public async ValueTask Enqueue(string key, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        await _room.WaitAsync(cancellationToken);
        Queue<Func<CancellationToken, Task>>? lane;
        lock (_lock)
        {
            if (_lanes.TryGetValue(key, out lane))
            {
                lane.Enqueue(work);
                return;
            }

            _lanes.Add(key, lane = new([work]));
        }

        _ = Task.Run(() => Drain(key, lane), CancellationToken.None);
    }

    /// <summary>Completes once nothing is queued or running.</summary>
    public Task WhenIdle()
    {
        lock (_lock)
        {
            return _lanes.Count == 0 ? Task.CompletedTask : (_idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    public void Dispose() => _room.Dispose();

    private async Task Drain(string key, Queue<Func<CancellationToken, Task>> lane)
    {
        while (Next(key, lane) is { } work)
        {
            try
            {
                await work(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // What is left was not told; the feeds tell it again after a restart.
            }
            catch (Exception exception)
            {
                Log.WorkFailed(logger, key, exception);
            }

            Release();
        }
    }

    private void Release()
    {
        try
        {
            _room.Release();
        }
        catch (ObjectDisposedException)
        {
            // The host gave up waiting for this lane.
        }
    }

    private Func<CancellationToken, Task>? Next(string key, Queue<Func<CancellationToken, Task>> lane)
    {
        lock (_lock)
        {
            if (lane.TryDequeue(out var work))
            {
                return work;
            }

            _lanes.Remove(key);
            if (_lanes.Count == 0)
            {
                _idle?.SetResult();
                _idle = null;
            }

            return null;
        }
    }
}
