using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Tests.Feeds;

public sealed class OrderedDispatcherTests
{
    private const int Window = 3;

    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Work_OfOnePart_IsDoneInOrder()
    {
        using var dispatcher = Dispatcher(1000);
        var done = new List<int>();
        for (var i = 0; i < 500; i++)
        {
            var number = i;
            await dispatcher.Enqueue("a", 1, async _ =>
            {
                await Task.Yield();
                done.Add(number);
            }, default);
        }

        await dispatcher.WhenIdle().WaitAsync(Safety);
        Assert.Equal(Enumerable.Range(0, 500), done);
    }

    [Fact]
    public async Task Work_OfOneKey_StartsInOrder()
    {
        using var dispatcher = Dispatcher(1000);
        var started = new List<int>();
        for (var i = 0; i < 500; i++)
        {
            var number = i;
            await dispatcher.Enqueue("a", number % 5 == 0 ? null : number % 5, async _ =>
            {
                started.Add(number);
                await Task.Yield();
            }, default);
        }

        await dispatcher.WhenIdle().WaitAsync(Safety);
        Assert.Equal(Enumerable.Range(0, 500), started);
    }

    [Fact]
    public async Task Work_OfAPartThatIsUnderWay_Waits()
    {
        using var dispatcher = Dispatcher(10);
        var (first, other, second, behind) = (new Held(), new Held(), new Held(), new Held());
        await dispatcher.Enqueue("a", 1, first.Run, default);
        await dispatcher.Enqueue("a", 2, other.Run, default);
        await dispatcher.Enqueue("a", 1, second.Run, default);
        await dispatcher.Enqueue("a", 3, behind.Run, default);

        await other.Started.WaitAsync(Safety);
        other.End();
        Assert.False(second.Started.IsCompleted || behind.Started.IsCompleted);
        first.End();
        await Task.WhenAll(second.Started, behind.Started).WaitAsync(Safety);
        second.End();
        behind.End();
        await dispatcher.WhenIdle().WaitAsync(Safety);
    }

    [Fact]
    public async Task Next_IsStartedBeforeThePreviousEnds()
    {
        using var dispatcher = Dispatcher(10);
        var (held, next) = (new TaskCompletionSource(), new TaskCompletionSource());
        await dispatcher.Enqueue("a", 1, _ => held.Task, default);

        await dispatcher.Enqueue("a", 2, _ => Complete(next), default);

        await next.Task.WaitAsync(Safety);
        var idle = dispatcher.WhenIdle();
        Assert.False(idle.IsCompleted);
        held.SetResult();
        await idle.WaitAsync(Safety);
    }

    [Fact]
    public async Task Window_WhereItIsFull_LetsOneInForOneThatEnds()
    {
        using var dispatcher = Dispatcher(10);
        var works = Enumerable.Range(0, Window + 2).Select(_ => new Held()).ToArray();
        for (var part = 0; part < works.Length; part++)
        {
            await dispatcher.Enqueue("a", part, works[part].Run, default);
        }

        await Task.WhenAll(works[..Window].Select(work => work.Started)).WaitAsync(Safety);
        Assert.All(works[Window..], work => Assert.False(work.Started.IsCompleted));

        works[1].End();
        await works[Window].Started.WaitAsync(Safety);
        Assert.False(works[Window + 1].Started.IsCompleted);

        works[Window].End();
        await works[Window + 1].Started.WaitAsync(Safety);
        Array.ForEach(works, work => work.End());
        await dispatcher.WhenIdle().WaitAsync(Safety);
    }

    [Fact]
    public async Task WorkOfTheWholeKey_WaitsForAllBeforeAndHoldsUpAllAfter()
    {
        using var dispatcher = Dispatcher(10);
        var (first, second, whole, after, last) = (new Held(), new Held(), new Held(), new Held(), new Held());
        await dispatcher.Enqueue("a", 1, first.Run, default);
        await dispatcher.Enqueue("a", 2, second.Run, default);
        await dispatcher.Enqueue("a", null, whole.Run, default);
        await dispatcher.Enqueue("a", 1, after.Run, default);
        await dispatcher.Enqueue("a", null, last.Run, default);

        await second.Started.WaitAsync(Safety);
        first.End();
        Assert.False(whole.Started.IsCompleted);
        second.End();
        await whole.Started.WaitAsync(Safety);
        Assert.False(after.Started.IsCompleted);
        whole.End();
        await after.Started.WaitAsync(Safety);
        Assert.False(last.Started.IsCompleted);
        after.End();
        await last.Started.WaitAsync(Safety);
        last.End();
        await dispatcher.WhenIdle().WaitAsync(Safety);
    }

    [Fact]
    public async Task WorkThatIsUnderWay_TakesRoom()
    {
        using var dispatcher = Dispatcher(2);
        var works = new[] { new Held(), new Held() };
        await dispatcher.Enqueue("a", 1, works[0].Run, default);
        await dispatcher.Enqueue("a", 2, works[1].Run, default);
        await works[1].Started.WaitAsync(Safety);

        var third = dispatcher.Enqueue("b", 1, _ => Task.CompletedTask, default).AsTask();

        Assert.False(third.IsCompleted);
        works[0].End();
        await third.WaitAsync(Safety);
        works[1].End();
    }

    [Fact]
    public async Task Work_FromManyCallers_AllRunsWithinTheWindowAndNeverTwiceOfAPart()
    {
        using var dispatcher = Dispatcher(50);
        var underWay = new List<(string Key, int? Part)>();
        var (run, wrong) = (0, new List<string>());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < 500; i++)
            {
                var (key, part) = ($"{i % 3}", i % 7 == 0 ? null : (int?)(i % 7));
                await dispatcher.Enqueue(key, part, async _ =>
                {
                    Begin(key, part);
                    await Task.Yield();
                    lock (underWay)
                    {
                        underWay.Remove((key, part));
                        run++;
                    }
                }, default);
            }
        }))).WaitAsync(Safety);

        await dispatcher.WhenIdle().WaitAsync(Safety);
        Assert.Equal(4000, run);
        Assert.Empty(wrong);

        void Begin(string key, int? part)
        {
            lock (underWay)
            {
                var others = underWay.Where(other => other.Key == key).ToArray();
                if (others.Length >= Window || others.Any(other => part is null || other.Part is null || other.Part == part))
                {
                    wrong.Add($"{key}/{part} beside {string.Join(' ', others)}");
                }

                underWay.Add((key, part));
            }
        }
    }

    [Fact]
    public async Task Work_OfAnotherKey_DoesNotWait()
    {
        using var dispatcher = Dispatcher(10);
        var (held, other) = (new TaskCompletionSource(), new TaskCompletionSource());
        await dispatcher.Enqueue("a", 1, _ => held.Task, default);

        await dispatcher.Enqueue("b", 1, _ => Complete(other), default);

        await other.Task.WaitAsync(Safety);
        held.SetResult();
        await dispatcher.WhenIdle().WaitAsync(Safety);
    }

    [Fact]
    public async Task Enqueue_WhereItIsFull_Waits()
    {
        using var dispatcher = Dispatcher(1);
        var held = new TaskCompletionSource();
        await dispatcher.Enqueue("a", 1, _ => held.Task, default);

        var second = dispatcher.Enqueue("b", 1, _ => Task.CompletedTask, default).AsTask();

        Assert.False(second.IsCompleted);
        held.SetResult();
        await second.WaitAsync(Safety);
    }

    [Fact]
    public async Task Work_ThatFails_DoesNotHoldUpTheNext()
    {
        using var dispatcher = Dispatcher(10);
        var next = new TaskCompletionSource();
        await dispatcher.Enqueue("a", 1, _ => throw new InvalidOperationException("broken"), default);

        await dispatcher.Enqueue("a", 1, _ => Complete(next), default);

        await next.Task.WaitAsync(Safety);
    }

    private static OrderedDispatcher Dispatcher(int capacity) => new(capacity, Window, NullLogger.Instance, CancellationToken.None);

    private static Task Complete(TaskCompletionSource source)
    {
        source.SetResult();
        return Task.CompletedTask;
    }

    private sealed class Held
    {
        private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Started => _started.Task;

        public Task Run(CancellationToken cancellationToken)
        {
            _started.SetResult();
            return _ended.Task;
        }

        public void End() => _ended.TrySetResult();
    }
}
