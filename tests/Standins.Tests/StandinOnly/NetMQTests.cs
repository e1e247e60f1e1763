using System.Net;
using System.Net.Sockets;
using System.Text;
using NetMQ;
using NetMQ.Sockets;
using OrleansGameState.Standins.Tests.NetMQ;
using Xunit;

namespace OrleansGameState.Standins.Tests.StandinOnly;

/// <summary>Where the stand-in of NetMQ allows less than the package.</summary>
[Collection(NetMQGroup.Name)]
public sealed class NetMQTests
{
    private const int Limit = 1024 * 1024;

    [Theory]
    [InlineData("inproc://x")]
    [InlineData("ipc:///tmp/x")]
    [InlineData("pgm://127.0.0.1;239.192.1.1:5555")]
    public void OtherTransports_AreRefusedWithTheCure(string address)
    {
        using var socket = new SubscriberSocket();

        Assert.Contains("-p:Packages=nuget", Assert.Throws<ProtocolNotSupportedException>(() => socket.Connect(address)).Message, StringComparison.Ordinal);
        Assert.Throws<ProtocolNotSupportedException>(() => socket.Bind(address));
    }

    [Theory]
    [InlineData("127.0.0.1:5555")]
    [InlineData("tcp://127.0.0.1")]
    [InlineData("tcp://:5555")]
    [InlineData("tcp://127.0.0.1:x")]
    [InlineData("tcp://127.0.0.1:65536")]
    [InlineData("tcp://127.0.0.1:-1")]
    [InlineData("tcp://127.0.0.1:0")]
    public void AddressesThatAreNone_AreRefused(string address)
    {
        using var socket = new SubscriberSocket();

        Assert.Contains(address, Assert.Throws<InvalidException>(() => socket.Connect(address)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_WithoutAnEnd_AreRefused()
    {
        using var socket = new SubscriberSocket();

        Assert.Throws<InvalidException>(() => socket.Options.SendHighWatermark = 0);
        Assert.Throws<InvalidException>(() => socket.Options.ReceiveHighWatermark = 0);
        Assert.Throws<InvalidException>(() => socket.Options.MaxMsgSize = Limit + 1);
    }

    [Fact]
    public void Topic_ThatIsNotAscii_IsRefused()
    {
        using var socket = new SubscriberSocket();

        Assert.Throws<ArgumentException>(() => socket.Subscribe("Ω"));
        Assert.Throws<ArgumentException>(() => socket.Unsubscribe("Ω"));
    }

    [Fact]
    public void Connect_ToTheSameAddressTwice_IsRefused()
    {
        using var publisher = Talk.Publisher(out var address);
        using var socket = Talk.Subscriber(address);

        Assert.Throws<InvalidException>(() => socket.Connect(address));
    }

    [Fact]
    public void Frame_OverTheLimit_IsNotSent_AndTheNextIs()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "");
        subscriber.Settle(publisher);

        Assert.Equal(ErrorCode.MessageSize, Assert.Throws<NetMQException>(() => publisher.SendFrame(new byte[Limit + 1])).ErrorCode);
        Assert.Throws<NetMQException>(() => publisher.SendMultipartBytes(Enumerable.Repeat(new byte[Limit], 5)));

        Assert.Empty(subscriber.Until(publisher));
    }

    [Fact]
    public async Task Frame_OverTheLimit_EndsThatPeerOnly()
    {
        using var publisher = Talk.Publisher(out var address);
        using var other = Talk.Subscriber(address, "");
        other.Settle(publisher);
        using var peer = await RawPeer.Connect(address);
        await peer.Shake("SUB");

        await peer.Send(RawPeer.LongHeader(Limit + 1));

        await peer.Ended();
        other.Settle(publisher);
    }

    [Fact]
    public async Task Message_OfEndlessFrames_EndsThatPeer()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var subscriber = Talk.Subscriber($"tcp://{listener.LocalEndpoint}", "");
        using var peer = await RawPeer.Accept(listener);
        await peer.Shake("PUB");

        await peer.Send([.. Enumerable.Repeat(RawPeer.Frame("x", more: true), 1025).SelectMany(frame => frame)]);
        await peer.Ended();

        using var next = await RawPeer.Accept(listener);
        await next.Send([.. RawPeer.Greeting(), .. RawPeer.Ready("PUB"), .. RawPeer.Frame("next")]);
        Assert.Equal("next", subscriber.Next());
    }

    public static TheoryData<string, byte[]> Malformed => new()
    {
        { "another protocol", Encoding.ASCII.GetBytes("GET / HTTP/1.1\r\nHost: x\r\n\r\n") },
        { "no signature's end", [0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
        { "an older version", RawPeer.Greeting(major: 1)[..12] },
        { "a mechanism that only begins so", RawPeer.Greeting(mechanism: "NULLX") },
        { "a message before READY", [.. RawPeer.Greeting(), .. RawPeer.Frame("x")] },
        { "another command", [.. RawPeer.Greeting(), .. RawPeer.Command("HELLO")] },
        { "an error", [.. RawPeer.Greeting(), .. RawPeer.Command("ERROR", 0)] },
        { "no socket type", [.. RawPeer.Greeting(), .. RawPeer.Command("READY")] },
        { "a property that is cut off", [.. RawPeer.Greeting(), .. RawPeer.Command("READY", 11, (byte)'S')] },
        { "a value of an absurd length", [.. RawPeer.Greeting(), .. RawPeer.Command("READY", [11, .. "Socket-Type"u8, 255, 255, 255, 255])] },
        { "an empty command", [.. RawPeer.Greeting(), .. RawPeer.Ready("SUB"), 4, 0] },
        { "a command's name that is cut off", [.. RawPeer.Greeting(), .. RawPeer.Ready("SUB"), 4, 2, 5, 1] },
        { "a PING without its time", [.. RawPeer.Greeting(), .. RawPeer.Ready("SUB"), .. RawPeer.Command("PING")] },
        { "flags that are not known", [.. RawPeer.Greeting(), .. RawPeer.Ready("SUB"), 0x80, 0] },
        { "a command with more", [.. RawPeer.Greeting(), .. RawPeer.Ready("SUB"), 5, 0] },
        { "a command that is too long", [.. RawPeer.Greeting(), .. RawPeer.Ready("SUB"), 6, 0, 0, 0, 0, 0, 1, 0, 1] },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task WhatIsMalformed_EndsThatPeerOnly(string what, byte[] bytes)
    {
        using var publisher = Talk.Publisher(out var address);
        using var other = Talk.Subscriber(address, "");
        other.Settle(publisher);
        using var peer = await RawPeer.Connect(address);

        await peer.Send(bytes);

        await peer.Ended();
        other.Settle(publisher);
        Assert.NotEmpty(what);
    }

    [Fact]
    public async Task TooManyTopics_EndThatPeerOnly()
    {
        using var publisher = Talk.Publisher(out var address);
        using var other = Talk.Subscriber(address, "");
        other.Settle(publisher);
        using var peer = await RawPeer.Connect(address);
        await peer.Shake("SUB");

        try
        {
            for (var number = 0; number < 40; number++)
            {
                await peer.Send(RawPeer.Frame([1, .. Encoding.ASCII.GetBytes($"{number}".PadRight(30_000))]));
            }
        }
        catch (IOException)
        {
        }

        await peer.Ended();
        other.Settle(publisher);
    }

    [Fact]
    public async Task PeerThatPingsAndDoesNotRead_FillsNoMemory()
    {
        using var publisher = Talk.Publisher(out var address);
        publisher.Options.SendBuffer = 4 * 1024;
        using var other = Talk.Subscriber(address, "");
        using var peer = await RawPeer.Connect(address);
        await peer.Shake("SUB");
        byte[] pings = [.. Enumerable.Repeat(RawPeer.Command("PING", [0, 0, .. new byte[16]]), 1000).SelectMany(ping => ping)];
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var round = 0; round < 1000; round++)
        {
            await peer.Send(pings).InTime();
        }

        other.Settle(publisher);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 16 * Limit);
    }

    [Fact]
    public async Task SubscriptionsOfALaterVersion_AreUnderstood()
    {
        using var publisher = Talk.Publisher(out var address);
        using var peer = await RawPeer.Connect(address);
        await peer.Shake("SUB");
        await peer.Send([.. RawPeer.Command("SUBSCRIBE", (byte)'a'), .. RawPeer.Command("SUBSCRIBE", (byte)'b'), .. RawPeer.Command("CANCEL", (byte)'a')]);

        var got = peer.Receive();
        while (!got.IsCompleted)
        {
            publisher.SendFrame("a");
            publisher.SendFrame("b");
            await Task.WhenAny(got, Task.Delay(10));
        }

        Assert.Equal("b", Encoding.ASCII.GetString((await got).Body));
    }

    [Fact]
    public async Task SocketInUse_IsRefusedToAnotherThread()
    {
        using var subscriber = new SubscriberSocket();
        var waiting = Task.Run(() =>
        {
            Exception? end;
            do
            {
                end = Record.Exception(() => subscriber.ReceiveFrameBytes());
            }
            while (end?.GetType() == typeof(InvalidOperationException));

            return end;
        });
        Exception? refused = null;

        while (refused is null)
        {
            refused = Record.Exception(() => subscriber.Subscribe("x"));
            Thread.Yield();
        }

        Assert.Contains("another thread", Assert.IsType<InvalidOperationException>(refused).Message, StringComparison.Ordinal);
        subscriber.Dispose();
        Assert.IsType<ObjectDisposedException>(await waiting.InTime());
    }

    [Fact]
    public void Poller_RunsOnce()
    {
        using var poller = new NetMQPoller();
        poller.RunAsync();
        poller.Stop();

        Assert.Throws<InvalidOperationException>(poller.RunAsync);
    }

    [Fact]
    public void Unbind_FreesTheAddress_AndWhoWasThereGoesToWhoComes()
    {
        using var first = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "");
        subscriber.Settle(first);

        first.Unbind(address);
        using var second = new PublisherSocket(address);

        subscriber.Settle(second);
    }

    [Fact]
    public async Task Cleanup_WithASocketOpen_EndsWhatWaitsOnIt_AndWaitsForItsDisposal()
    {
        var subscriber = new SubscriberSocket();
        var waiting = Task.Run(() => Record.Exception(() => subscriber.ReceiveFrameBytes()));

        var cleaning = Task.Run(() => NetMQConfig.Cleanup());

        Assert.IsType<TerminatingException>(await waiting.InTime());
        Assert.False(cleaning.IsCompleted);
        subscriber.Dispose();
        await cleaning.InTime();
    }

    [Fact]
    public async Task Linger_SendsWhatWaits_AfterTheSocketWasClosed()
    {
        const int count = 3000;
        using var subscriber = new SubscriberSocket();
        subscriber.SubscribeToAnyTopic();
        using (var publisher = new PublisherSocket())
        {
            publisher.Options.Linger = Talk.Safety;
            publisher.Options.SendHighWatermark = count;
            publisher.Options.SendBuffer = 16 * 1024;
            subscriber.Options.ReceiveBuffer = 16 * 1024;
            subscriber.Options.ReceiveHighWatermark = 10;
            subscriber.Connect(Talk.Address(publisher.BindRandomPort(Talk.Loopback)));
            subscriber.Settle(publisher);
            for (var number = 0; number < count; number++)
            {
                publisher.SendMoreFrame($"n{number}").SendFrame(new byte[1000]);
            }
        }

        for (var number = 0; number < count; number++)
        {
            Assert.Equal($"n{number}", subscriber.NextFrames()[0]);
        }

        subscriber.Dispose();
        await Task.Run(() => NetMQConfig.Cleanup()).InTime();
    }

    [Fact]
    public async Task Cleanup_WithAllSocketsDisposed_Returns_AndSocketsCanBeMadeAgain()
    {
        using (var publisher = Talk.Publisher(out var address))
        {
            using var subscriber = Talk.Subscriber(address, "");
            subscriber.Settle(publisher);
        }

        await Task.Run(() => NetMQConfig.Cleanup()).InTime();

        using var again = Talk.Publisher(out var second);
        using var other = Talk.Subscriber(second, "");
        other.Settle(again);
    }
}
