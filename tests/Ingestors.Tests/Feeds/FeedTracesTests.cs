using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Tests.Feeds;

public sealed class FeedTracesTests
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);
    private static readonly FeedFrame Frame = new(DateTimeOffset.UnixEpoch, "test/frames", new byte[3]);

    [Fact]
    public async Task Work_OfAFrame_IsOfItsTrace_WhereverItWaited()
    {
        using var listener = Listen();
        using var dispatcher = new OrderedDispatcher(100, 1, NullLogger.Instance, default);
        var told = new ConcurrentQueue<ActivityTraceId?>();
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await dispatcher.Enqueue("a", null, _ => held.Task, default);

        var frames = new List<ActivityTraceId?>();
        for (var number = 0; number < 3; number++)
        {
            using var frame = FeedTraces.Frame(Frame, TimeProvider.System);
            frames.Add(frame!.TraceId);
            await dispatcher.Enqueue("a", null, async _ =>
            {
                await Task.Yield();
                told.Enqueue(Activity.Current?.TraceId);
            }, default);
        }

        held.SetResult();
        await dispatcher.WhenIdle().WaitAsync(Safety);

        Assert.Equal(frames, told);
        Assert.Equal(3, told.Distinct().Count());
    }

    [Fact]
    public void Spans_WhereNobodyListens_CostNoMemory()
    {
        Around();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var number = 0; number < 1000; number++)
        {
            Around();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Around()
    {
        using var frame = FeedTraces.Frame(Frame, TimeProvider.System);
        using var command = FeedTraces.Command("a", FeedTraces.Cause());
        FeedTraces.Answered("", null);
    }

    private static ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "OrleansGameState.Ingestors",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
