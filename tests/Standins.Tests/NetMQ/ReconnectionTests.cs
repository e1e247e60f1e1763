using System.Net;
using System.Net.Sockets;
using NetMQ;
using NetMQ.Sockets;
using Xunit;

namespace OrleansGameState.Standins.Tests.NetMQ;

/// <summary>Connections that are lost are made again, with all subscriptions.</summary>
[Collection(NetMQGroup.Name)]
public sealed class ReconnectionTests
{
    [Fact]
    public void Publisher_ThatComesBack_IsHeardAgain()
    {
        using var subscriber = new SubscriberSocket();
        subscriber.Options.ReconnectInterval = TimeSpan.FromMilliseconds(10);
        subscriber.Subscribe("a");
        string address;
        using (var first = Talk.Publisher(out address))
        {
            subscriber.Connect(address);
            subscriber.Settle(first, "a");
        }

        subscriber.Subscribe("b");
        subscriber.Unsubscribe("a");
        using var second = Talk.PublisherAt(address);
        subscriber.Settle(second, "b");
        second.SendFrame("a1");

        Assert.Empty(subscriber.Until(second, "b"));
    }

    [Fact]
    public async Task Subscriptions_AreToldToEachConnection()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var subscriber = Talk.Subscriber($"tcp://{listener.LocalEndpoint}", "a", "b");

        for (var connection = 0; connection < 3; connection++)
        {
            using var peer = await RawPeer.Accept(listener);
            await peer.Shake("PUB");
            var told = ReceiveTwo(peer);
            while (!told.IsCompleted)
            {
                // The package tells them on the socket's own thread, and so only while the socket is used.
                subscriber.TryReceiveFrameBytes(TimeSpan.FromMilliseconds(5), out _);
            }

            Assert.Equal(["\u0001a"u8.ToArray(), "\u0001b"u8.ToArray()], (await told).OrderBy(body => body[1]));
        }
    }

    [Fact]
    public async Task PeerThatGreetsWrongly_IsTriedAgain()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var subscriber = Talk.Subscriber($"tcp://{listener.LocalEndpoint}", "");
        using (var wrong = await RawPeer.Accept(listener))
        {
            await wrong.Send(RawPeer.Greeting(mechanism: "PLAIN"));
            await wrong.Ended();
        }

        using var right = await RawPeer.Accept(listener);
        await right.Shake("PUB");
        await right.Send(RawPeer.Frame("at last"));

        Assert.Equal("at last", subscriber.Next());
    }

    [Fact]
    public void Subscriber_ThatIsGone_LeavesThePublisherWorking()
    {
        using var publisher = Talk.Publisher(out var address);
        using var stays = Talk.Subscriber(address, "");
        stays.Settle(publisher);
        for (var number = 0; number < 20; number++)
        {
            using var passing = Talk.Subscriber(address, "");
            passing.Settle(publisher);
        }

        stays.Settle(publisher);
    }

    private static async Task<byte[][]> ReceiveTwo(RawPeer peer) => [(await peer.Receive()).Body, (await peer.Receive()).Body];
}
