using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Tests.Feeds;

public sealed class OrderedDispatcherTests
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Work_OfOneKey_KeepsItsOrder()
    {
        using var dispatcher = Dispatcher(1000);
        var done = new List<int>();
        for (var i = 0; i < 500; i++)
        {
            var number = i;
            await dispatcher.Enqueue("a", async _ =>
            {
                await Task.Yield();
                done.Add(number);
            }, default);
        }

        await dispatcher.WhenIdle().WaitAsync(Safety);
        Assert.Equal(Enumerable.Range(0, 500), done);
    }

    [Fact]
    public async Task Work_OfAnotherKey_DoesNotWait()
    {
        using var dispatcher = Dispatcher(10);
        var (held, other) = (new TaskCompletionSource(), new TaskCompletionSource());
        await dispatcher.Enqueue("a", _ => held.Task, default);

        await dispatcher.Enqueue("b", _ => Complete(other), default);

        await other.Task.WaitAsync(Safety);
        held.SetResult();
        await dispatcher.WhenIdle().WaitAsync(Safety);
    }

    [Fact]
    public async Task Enqueue_WhereItIsFull_Waits()
    {
        using var dispatcher = Dispatcher(1);
        var held = new TaskCompletionSource();
        await dispatcher.Enqueue("a", _ => held.Task, default);

        var second = dispatcher.Enqueue("b", _ => Task.CompletedTask, default).AsTask();

        Assert.False(second.IsCompleted);
        held.SetResult();
        await second.WaitAsync(Safety);
    }

    [Fact]
    public async Task Work_ThatFails_DoesNotHoldUpTheNext()
    {
        using var dispatcher = Dispatcher(10);
        var next = new TaskCompletionSource();
        await dispatcher.Enqueue("a", _ => throw new InvalidOperationException("broken"), default);

        await dispatcher.Enqueue("a", _ => Complete(next), default);

        await next.Task.WaitAsync(Safety);
    }

    private static OrderedDispatcher Dispatcher(int capacity) => new(capacity, NullLogger.Instance, CancellationToken.None);

    private static Task Complete(TaskCompletionSource source)
    {
        source.SetResult();
        return Task.CompletedTask;
    }
}
