using System.Net;
using System.Net.Sockets;
using System.Text;
using NetMQ;
using NetMQ.Sockets;
using Xunit;

namespace OrleansGameState.Standins.Tests.NetMQ;

/// <summary>What goes over the wire, seen by a peer that is no library.</summary>
[Collection(NetMQGroup.Name)]
public sealed class ProtocolTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public ProtocolTests() => _listener.Start();

    private string Address => $"tcp://{_listener.LocalEndpoint}";

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Publisher_GreetsAndTellsWhatItIs()
    {
        using var publisher = Talk.Publisher(out var address);
        using var peer = await RawPeer.Connect(address);

        await peer.Send(RawPeer.Greeting());
        var greeting = await peer.Skip(64);
        await peer.Send(RawPeer.Ready("SUB"));
        var (flags, ready) = await peer.Receive();

        Assert.Equal((0xff, 0x7f, 3), (greeting[0], greeting[9], greeting[10]));
        Assert.Equal("NULL".PadRight(20, '\0'), Encoding.ASCII.GetString(greeting, 12, 20));
        Assert.Equal(4, flags);
        Assert.Equal(RawPeer.Ready("PUB")[2..], ready);
    }

    [Fact]
    public async Task Publisher_SendsAFrameOnlyToWhomItMatches_AsItIsWritten()
    {
        using var publisher = Talk.Publisher(out var address);
        using var peer = await RawPeer.Connect(address);
        await peer.Shake("SUB");
        await peer.Send(RawPeer.Frame("\u0001tick"));
        await Settle(publisher, peer, "tick");

        publisher.SendFrame("other");
        publisher.SendMoreFrame("tick").SendFrame(new byte[300]);

        Assert.Equal((1, "tick"), Text(await peer.Receive()));
        Assert.Equal((0, new string('\0', 300)), Text(await peer.Receive()));
    }

    [Fact]
    public async Task Publisher_ForgetsWhatWasUnsubscribed()
    {
        using var publisher = Talk.Publisher(out var address);
        using var peer = await RawPeer.Connect(address);
        await peer.Shake("SUB");
        await peer.Send([.. RawPeer.Frame("\u0001a"), .. RawPeer.Frame("\u0001b")]);
        await Settle(publisher, peer, "b");
        await peer.Send([.. RawPeer.Frame("\0a"), .. RawPeer.Frame("\u0001c")]);
        await Settle(publisher, peer, "c");

        publisher.SendFrame("a");
        publisher.SendFrame("b");

        Assert.Equal((0, "b"), Text(await peer.Receive()));
    }

    [Fact]
    public async Task Publisher_SpokenToOneByteAtATime_Understands()
    {
        using var publisher = Talk.Publisher(out var address);
        using var peer = await RawPeer.Connect(address);

        await peer.SendSlowly([.. RawPeer.Greeting(), .. RawPeer.Ready("SUB"), .. RawPeer.Frame("\u0001slow")]);
        await peer.Skip(64);
        await peer.Receive();

        await Settle(publisher, peer, "slow");
    }

    [Fact]
    public async Task Subscriber_TellsEachSubscriptionOnce_AndItsEnd()
    {
        using var subscriber = new SubscriberSocket();
        subscriber.Subscribe("before");
        subscriber.Subscribe("before");
        subscriber.Connect(Address);
        using var peer = await RawPeer.Accept(_listener);
        var ready = await peer.Shake("PUB");

        Assert.Equal(RawPeer.Ready("SUB")[2..], ready);
        Assert.Equal((0, "\u0001before"), Text(await peer.Receive()));
        subscriber.Subscribe("after");
        Assert.Equal((0, "\u0001after"), Text(await peer.Receive()));
        subscriber.Unsubscribe("before");
        subscriber.Unsubscribe("after");
        Assert.Equal((0, "\0after"), Text(await peer.Receive()));
        subscriber.Unsubscribe("before");
        Assert.Equal((0, "\0before"), Text(await peer.Receive()));
    }

    [Fact]
    public async Task Subscriber_SpokenToOneByteAtATime_Understands()
    {
        using var subscriber = Talk.Subscriber(Address, "");
        using var peer = await RawPeer.Accept(_listener);

        await peer.SendSlowly([.. RawPeer.Greeting(), .. RawPeer.Ready("PUB")]);
        await peer.SendSlowly([.. RawPeer.Frame("one", more: true), .. RawPeer.Frame(new byte[300]), .. RawPeer.Frame("two")]);

        Assert.Equal(["one", new string('\0', 300)], subscriber.NextFrames());
        Assert.Equal("two", subscriber.Next());
    }

    [Fact]
    public async Task Subscriber_GivenManyFramesAtOnce_TakesThemApart()
    {
        using var subscriber = Talk.Subscriber(Address, "");
        using var peer = await RawPeer.Accept(_listener);
        var texts = Enumerable.Range(0, 500).Select(number => $"message {number} {new string('x', number)}").ToArray();

        await peer.Send([.. RawPeer.Greeting(), .. RawPeer.Ready("XPUB"), .. texts.SelectMany(text => RawPeer.Frame(text))]);

        Assert.Equal(texts, texts.Select(_ => subscriber.Next()));
    }

    [Fact]
    public async Task Subscriber_SentWhatItDidNotSubscribeTo_PassesItOver()
    {
        using var subscriber = Talk.Subscriber(Address, "a");
        using var peer = await RawPeer.Accept(_listener);
        await peer.Shake("PUB");

        await peer.Send([.. RawPeer.Frame("b", more: true), .. RawPeer.Frame("a"), .. RawPeer.Frame("a1")]);

        Assert.Equal("a1", subscriber.Next());
    }

    [Theory]
    [InlineData("")]
    [InlineData("context")]
    public async Task Ping_IsAnswered(string context)
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(Address);
        using var asSubscriber = await RawPeer.Connect(address);
        using var asPublisher = await RawPeer.Accept(_listener);
        await asSubscriber.Shake("SUB");
        await asPublisher.Shake("PUB");

        foreach (var peer in new[] { asSubscriber, asPublisher })
        {
            await peer.Send(RawPeer.Command("PING", [0, 0, .. Encoding.ASCII.GetBytes(context)]));
            Assert.Equal((4, $"\u0004PONG{context}"), Text(await peer.Receive()));
        }
    }

    [Fact]
    public async Task Ping_BetweenTheFramesOfAMessage_DoesNotTearItApart()
    {
        using var subscriber = Talk.Subscriber(Address, "");
        using var peer = await RawPeer.Accept(_listener);
        await peer.Send([.. RawPeer.Greeting(), .. RawPeer.Ready("PUB")]);

        await peer.Send([.. RawPeer.Frame("a", more: true), .. RawPeer.Command("PING", 0, 0), .. RawPeer.Frame("b")]);

        Assert.Equal(["a", "b"], subscriber.NextFrames());
    }

    [Fact]
    public async Task Heartbeat_PingsAndGivesUpWhoDoesNotAnswer()
    {
        using var publisher = new PublisherSocket();
        publisher.Options.HeartbeatInterval = TimeSpan.FromMilliseconds(50);
        publisher.Options.HeartbeatTimeout = TimeSpan.FromSeconds(3);
        publisher.Options.HeartbeatTtl = TimeSpan.FromSeconds(6);
        var port = publisher.BindRandomPort(Talk.Loopback);
        using var peer = await RawPeer.Connect(Talk.Address(port));
        await peer.Shake("SUB");

        Assert.Equal((4, "\u0004PING\0\u003c"), Text(await peer.Receive()));
        await peer.Send(RawPeer.Command("PONG"));
        Assert.Equal(4, (await peer.Receive()).Flags);
        await peer.Ended();
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("CURVE")]
    public async Task OtherMechanisms_AreRefused(string mechanism)
    {
        using var publisher = Talk.Publisher(out var address);
        using var peer = await RawPeer.Connect(address);

        await peer.Send(RawPeer.Greeting(mechanism: mechanism));

        await peer.Ended();
    }

    [Theory]
    [InlineData("PUB")]
    [InlineData("REQ")]
    public async Task PeersOfTheWrongType_AreRefused(string socketType)
    {
        using var publisher = Talk.Publisher(out var address);
        using var peer = await RawPeer.Connect(address);

        await peer.Send([.. RawPeer.Greeting(), .. RawPeer.Ready(socketType)]);

        await peer.Ended();
    }

    [Fact]
    public async Task FrameOfAnAbsurdLength_EndsThatPeerOnly()
    {
        using var publisher = Talk.Publisher(out var address);
        using var other = Talk.Subscriber(address, "");
        other.Settle(publisher);
        using var peer = await RawPeer.Connect(address);
        await peer.Shake("SUB");

        await peer.Send(RawPeer.LongHeader(ulong.MaxValue / 2));

        await peer.Ended();
        other.Settle(publisher);
    }

    [Fact]
    public async Task FrameOverTheLimit_EndsTheConnection_WhichIsMadeAgain()
    {
        using var subscriber = new SubscriberSocket();
        subscriber.Options.MaxMsgSize = 1000;
        subscriber.Connect(Address);
        subscriber.SubscribeToAnyTopic();
        using var greedy = await RawPeer.Accept(_listener);
        await greedy.Send([.. RawPeer.Greeting(), .. RawPeer.Ready("PUB")]);

        await greedy.Send([.. RawPeer.Frame(new byte[1000]), .. RawPeer.LongHeader(1001)]);
        Assert.Equal(new string('\0', 1000), subscriber.Next());
        await greedy.Ended();

        using var modest = await RawPeer.Accept(_listener);
        await modest.Send([.. RawPeer.Greeting(), .. RawPeer.Ready("PUB"), .. RawPeer.Frame("again")]);
        Assert.Equal("again", subscriber.Next());
    }

    [Fact]
    public async Task MessageCutOffByTheEndOfItsConnection_IsNotGiven()
    {
        using var subscriber = Talk.Subscriber(Address, "");
        using (var dying = await RawPeer.Accept(_listener))
        {
            await dying.Shake("PUB");
            await dying.Receive();
            await dying.Send([.. RawPeer.Frame("whole"), .. RawPeer.Frame("half", more: true)]);
            Assert.Equal("whole", subscriber.Next());
        }

        using var next = await RawPeer.Accept(_listener);
        await next.Send([.. RawPeer.Greeting(), .. RawPeer.Ready("PUB"), .. RawPeer.Frame("next")]);

        Assert.Equal("next", subscriber.Next());
    }

    // The publisher learns of a subscription some time after it was sent.
    private static async Task Settle(PublisherSocket publisher, RawPeer peer, string topic)
    {
        var first = peer.Receive();
        while (await Task.WhenAny(first, Task.Delay(10)) != first)
        {
            publisher.SendFrame($"{topic} mark");
        }

        publisher.SendFrame($"{topic} end");
        for (var (_, text) = Text(await first); text != $"{topic} end"; (_, text) = Text(await peer.Receive()))
        {
            Assert.Equal($"{topic} mark", text);
        }
    }

    private static (int Flags, string Text) Text((int Flags, byte[] Body) frame) => (frame.Flags, Encoding.UTF8.GetString(frame.Body));
}
