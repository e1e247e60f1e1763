using NetMQ;
using Xunit;

namespace OrleansGameState.Standins.Tests.NetMQ;

/// <summary>One thread for many sockets, timers and tasks.</summary>
[Collection(NetMQGroup.Name)]
public sealed class PollerTests
{
    [Fact]
    public async Task ReceiveReady_IsRaisedOnThePollersThread_WhileThereIsSomething()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "");
        subscriber.Settle(publisher);
        var all = new TaskCompletionSource<List<string>>(TaskCreationOptions.RunContinuationsAsynchronously);
        var got = new List<string>();
        var threads = new HashSet<string?>();
        using var poller = new NetMQPoller { subscriber };
        subscriber.ReceiveReady += (sender, e) =>
        {
            threads.Add(Thread.CurrentThread.Name);
            Assert.Same(subscriber, e.Socket);
            Assert.True(e.IsReadyToReceive);
            Assert.True(poller.CanExecuteTaskInline);
            got.Add(e.Socket.ReceiveFrameString());
            if (got.Count == 3)
            {
                all.TrySetResult(got);
            }
        };

        poller.RunAsync("feed");
        Assert.True(poller.IsRunning);
        publisher.SendFrame("a");
        publisher.SendFrame("b");
        publisher.SendFrame("c");

        Assert.Equal(["a", "b", "c"], await all.Task.InTime());
        poller.Stop();
        Assert.False(poller.IsRunning);
        Assert.Equal(["feed"], threads);
    }

    [Fact]
    public async Task SendReady_OfAPublisher_IsRaised()
    {
        using var publisher = Talk.Publisher(out _);
        var ready = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        publisher.SendReady += (_, e) => ready.TrySetResult(e.IsReadyToSend);
        using var poller = new NetMQPoller { publisher };

        poller.RunAsync("sender", isBackgroundThread: true);

        Assert.True(await ready.Task.InTime());
    }

    [Fact]
    public async Task Timer_Elapses_AgainAndAgain_UntilItIsDisabled()
    {
        var third = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var count = 0;
        var timer = new NetMQTimer(TimeSpan.FromMilliseconds(5));
        timer.Elapsed += (_, e) =>
        {
            Assert.Same(timer, e.Timer);
            if (++count == 3)
            {
                timer.Enable = false;
                third.SetResult();
            }
        };
        using var poller = new NetMQPoller { timer };

        poller.RunAsync();
        await third.Task.InTime();
        poller.Stop();

        Assert.Equal(3, count);
        Assert.Equal(5, timer.Interval);
    }

    [Fact]
    public async Task Run_BringsAnActToThePollersThread()
    {
        using var poller = new NetMQPoller();
        poller.RunAsync("acts");
        var name = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);

        poller.Run(() => poller.Run(() => name.SetResult(Thread.CurrentThread.Name)));

        Assert.Equal("acts", await name.Task.InTime());
    }

    [Fact]
    public async Task Tasks_StartedOnThePoller_RunThere_AndComeBackAfterAnAwait()
    {
        using var poller = new NetMQPoller();
        poller.RunAsync("tasks");
        var threads = new TaskCompletionSource<string[]>(TaskCreationOptions.RunContinuationsAsynchronously);

        new Task(async () =>
        {
            var before = Thread.CurrentThread.Name;
            await Task.Yield();
            threads.SetResult([$"{before}", $"{Thread.CurrentThread.Name}"]);
        }).Start(poller);

        Assert.Equal(["tasks", "tasks"], await threads.Task.InTime());
    }

    [Fact]
    public async Task Add_WhileItRuns_IsTakenUp_AndRemoveAndDisposeToo()
    {
        using var publisher = Talk.Publisher(out var address);
        var subscriber = Talk.Subscriber(address, "");
        subscriber.Settle(publisher);
        using var poller = new NetMQPoller();
        poller.RunAsync();
        var got = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        subscriber.ReceiveReady += (_, e) => got.TrySetResult(e.Socket.ReceiveFrameString());

        poller.Add(subscriber);
        publisher.SendFrame("x");
        Assert.Equal("x", await got.Task.InTime());

        poller.RemoveAndDispose(subscriber);
        var after = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        poller.Run(() => after.SetResult(subscriber.IsDisposed));
        Assert.True(await after.Task.InTime());
        Assert.Throws<ArgumentException>(() => poller.Add(subscriber));
    }

    [Fact]
    public async Task OneBusySocket_DoesNotStarveTheOthers()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "");
        subscriber.Settle(publisher);
        var elapsed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var received = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var timer = new NetMQTimer(1);
        timer.Elapsed += (_, _) => elapsed.TrySetResult();
        publisher.SendReady += (_, e) => e.Socket.SendFrame("busy");
        subscriber.ReceiveReady += (_, e) =>
        {
            e.Socket.SkipFrame();
            received.TrySetResult();
        };
        using var poller = new NetMQPoller { publisher, subscriber, timer };

        poller.RunAsync();

        await Task.WhenAll(elapsed.Task, received.Task).InTime();
        poller.Stop();
    }

    [Fact]
    public void Poller_Stopped_KeepsItsSocketsOpen()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "");
        subscriber.ReceiveReady += (_, e) => e.Socket.SkipFrame();
        using (var poller = new NetMQPoller { subscriber })
        {
            poller.RunAsync();
            Assert.Throws<InvalidOperationException>(poller.RunAsync);
        }

        Assert.False(subscriber.IsDisposed);
        subscriber.Settle(publisher);
    }

    [Fact]
    public async Task Dispose_OnThePollersThread_IsRefused()
    {
        using var poller = new NetMQPoller();
        poller.RunAsync();
        var refused = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);

        poller.Run(() => refused.SetResult(Record.Exception(poller.Dispose)));

        Assert.IsType<InvalidOperationException>(await refused.Task.InTime());
    }

    [Fact]
    public void Poll_OfOneSocket_RaisesWhatIsReady()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "");
        subscriber.Settle(publisher);
        string? got = null;
        subscriber.ReceiveReady += (_, e) => got = e.Socket.ReceiveFrameString();

        Assert.False(subscriber.Poll(TimeSpan.FromMilliseconds(1)));
        publisher.SendFrame("x");

        Assert.True(subscriber.Poll(Talk.Safety));
        Assert.Equal("x", got);
        Assert.Equal(PollEvents.PollOut, publisher.Poll(PollEvents.PollOut, TimeSpan.Zero));
    }
}
