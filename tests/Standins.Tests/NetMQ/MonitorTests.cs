using System.Collections.Concurrent;
using System.Threading.Channels;
using NetMQ;
using NetMQ.Monitoring;
using NetMQ.Sockets;
using Xunit;

namespace OrleansGameState.Standins.Tests.NetMQ;

/// <summary>What a monitor tells of connections.</summary>
[Collection(NetMQGroup.Name)]
public sealed class MonitorTests
{
    private const SocketEvents Looked = SocketEvents.Connected | SocketEvents.Disconnected | SocketEvents.Accepted | SocketEvents.ConnectRetried;

    [Fact]
    public async Task Monitor_TellsConnectsLossesAndRetries()
    {
        using var subscriber = new SubscriberSocket();
        subscriber.SubscribeToAnyTopic();
        var told = Channel.CreateUnbounded<(SocketEvents, string)>();
        using var monitor = new NetMQMonitor(subscriber, "inproc://loss", Looked);
        monitor.Connected += (_, e) => told.Writer.TryWrite((e.SocketEvent, e.Address));
        monitor.Disconnected += (_, e) => told.Writer.TryWrite((e.SocketEvent, e.Address));
        var retried = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        monitor.ConnectRetried += (_, e) => retried.TrySetResult(e.Interval);
        var running = monitor.StartAsync();
        string address;

        using (var first = Talk.Publisher(out address))
        {
            subscriber.Connect(address);
            Assert.Equal((SocketEvents.Connected, address), await told.Reader.ReadAsync().AsTask().InTime());
            subscriber.Settle(first);
        }

        Assert.Equal((SocketEvents.Disconnected, address), await told.Reader.ReadAsync().AsTask().InTime());
        Assert.InRange(await retried.Task.InTime(), 1, 1000);
        using var second = Talk.PublisherAt(address);
        Assert.Equal((SocketEvents.Connected, address), await told.Reader.ReadAsync().AsTask().InTime());
        monitor.Stop();
        await running.InTime();
        Assert.False(monitor.IsRunning);
    }

    [Fact]
    public async Task Monitor_OnAPoller_TellsOnItsThread()
    {
        using var poller = new NetMQPoller();
        using var publisher = new PublisherSocket();
        using var monitor = new NetMQMonitor(publisher, "inproc://accepted", SocketEvents.Accepted | SocketEvents.Listening);
        var accepted = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = new ConcurrentQueue<SocketEvents>();
        monitor.EventReceived += (_, e) => all.Enqueue(e.SocketEvent);
        monitor.Accepted += (_, _) => accepted.TrySetResult(Thread.CurrentThread.Name);
        monitor.AttachToPoller(poller);
        poller.RunAsync("monitoring");
        Assert.True(monitor.IsRunning);

        var address = Talk.Address(publisher.BindRandomPort(Talk.Loopback));
        using var subscriber = Talk.Subscriber(address);

        Assert.Equal("monitoring", await accepted.Task.InTime());
        Assert.Equal([SocketEvents.Listening, SocketEvents.Accepted], all);
        poller.Stop();
    }

    [Fact]
    public void Monitor_AtAnotherTransport_IsRefused()
    {
        using var subscriber = new SubscriberSocket();

        Assert.Throws<ProtocolNotSupportedException>(() => new NetMQMonitor(subscriber, "tcp://127.0.0.1:5555", Looked));
    }
}
