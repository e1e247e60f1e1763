using Microsoft.Extensions.Logging;

namespace OrleansGameState.Ingestors.Feeds;

/// <summary>Brings what sources deliver to the one who takes it, one frame at a time, and lets it know that time passes.</summary>
/// <param name="taker">Who takes the frames.</param>
/// <param name="recorder">Keeps them; null where nothing is kept.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Told of what fails.</param>
internal sealed class FramePump(IFrameTaker taker, FrameRecorder? recorder, TimeProvider time, ILogger logger)
{
    private const int QueuedFrames = 10_000;

    private static readonly TimeSpan TickInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs until it is cancelled, also where the sources have nothing more.</summary>
    public async Task Run(IEnumerable<IFrameSource> sources, CancellationToken stopping)
    {
        var queue = new FrameQueue(QueuedFrames, time);
        var running = Task.WhenAll(sources.Select(source => Run(source, queue, stopping)));
        using var timer = new PeriodicTimer(TickInterval, time);
        var tick = timer.WaitForNextTickAsync(stopping).AsTask();
        var ready = queue.Reader.WaitToReadAsync(stopping).AsTask();
        while (true)
        {
            await Task.WhenAny(tick, ready);
            stopping.ThrowIfCancellationRequested();
            if (tick.IsCompleted)
            {
                await Guarded("tick", () => taker.Tick(stopping), stopping);
                recorder?.Flush();
                tick = timer.WaitForNextTickAsync(stopping).AsTask();
            }

            if (ready.IsCompleted)
            {
                await Drain(queue, tick, stopping);
                ready = queue.Reader.WaitToReadAsync(stopping).AsTask();
            }
            else if (running.IsCompleted)
            {
                // The recording has ended; what was heard of last is told, and health is watched on.
                await Guarded("end", () => taker.Flush(stopping), stopping);
            }
        }
    }

    private async Task Drain(FrameQueue queue, Task tick, CancellationToken stopping)
    {
        while (!tick.IsCompleted && queue.Reader.TryRead(out var frame))
        {
            await Guarded(frame.Feed, () => Take(frame, stopping), stopping);
        }
    }

    private ValueTask Take(FeedFrame frame, CancellationToken stopping)
    {
        var open = taker.Open(frame);
        recorder?.Record(open);
        return taker.Take(open, stopping);
    }

    // One frame must not cost the feed.
    private async ValueTask Guarded(string what, Func<ValueTask> work, CancellationToken stopping)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            Log.TakeFailed(logger, what, exception);
        }
    }

    private async Task Run(IFrameSource source, FrameQueue queue, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await source.Run(queue, stopping);
                return;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Log.SourceFailed(logger, source.GetType().Name, exception);
                await Task.Delay(TimeSpan.FromSeconds(5), time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
