using System.Net.Sockets;
using NetMQ;
using NetMQ.Sockets;
using Xunit;
using ErrorCode = NetMQ.ErrorCode;

namespace OrleansGameState.Standins.Tests.NetMQ;

/// <summary>Binding, connecting and leaving.</summary>
[Collection(NetMQGroup.Name)]
public sealed class EndpointTests
{
    [Theory]
    [InlineData("tcp://127.0.0.1:0")]
    [InlineData("tcp://127.0.0.1:*")]
    public void Bind_WithoutAPort_TellsWhichItGot(string address)
    {
        using var publisher = new PublisherSocket();
        publisher.Bind(address);

        using var subscriber = Talk.Subscriber(publisher.Options.LastEndpoint!, "");

        subscriber.Settle(publisher);
        Assert.StartsWith("tcp://127.0.0.1:", publisher.Options.LastEndpoint, StringComparison.Ordinal);
        Assert.Equal(publisher.Options.LastEndpoint, subscriber.Options.LastEndpoint);
    }

    [Fact]
    public void Bind_ToAnyAddress_IsReachedOverLoopback()
    {
        using var publisher = new PublisherSocket();
        var port = publisher.BindRandomPort("tcp://*");

        using var subscriber = Talk.Subscriber($"tcp://localhost:{port}", "");

        subscriber.Settle(publisher);
        Assert.Equal($"tcp://0.0.0.0:{port}", publisher.Options.LastEndpoint);
    }

    [Fact]
    public void ConnectionString_BindsAndConnects()
    {
        using var publisher = new PublisherSocket("tcp://127.0.0.1:0");
        using var other = new PublisherSocket("@tcp://127.0.0.1:0");

        using var subscriber = new SubscriberSocket($"{publisher.Options.LastEndpoint}, >{other.Options.LastEndpoint}");
        subscriber.SubscribeToAnyTopic();

        subscriber.Settle(publisher);
        subscriber.Settle(other);
    }

    [Fact]
    public void Bind_WhereAnotherListens_IsRefused()
    {
        using var publisher = Talk.Publisher(out var address);
        using var second = new PublisherSocket();

        var refused = Assert.Throws<AddressAlreadyInUseException>(() => second.Bind(address));

        Assert.Equal(ErrorCode.AddressAlreadyInUse, refused.ErrorCode);
    }

    [Fact]
    public void Address_OfAnUnknownTransport_IsRefused()
    {
        using var socket = new SubscriberSocket();

        Assert.Throws<ProtocolNotSupportedException>(() => socket.Connect("udp://127.0.0.1:5555"));
        Assert.Throws<ProtocolNotSupportedException>(() => socket.Bind("udp://127.0.0.1:5555"));
        Assert.Throws<ProtocolNotSupportedException>(() => socket.BindRandomPort("udp://127.0.0.1"));
    }

    [Fact]
    public void Connect_ToANameThatIsNotKnown_Throws()
    {
        using var socket = new SubscriberSocket();

        Assert.Throws<SocketException>(() => socket.Connect("tcp://no-such-host.invalid:9500"));
    }

    [Fact]
    public void Connect_BeforeAnybodyListens_ReachesWhoComes()
    {
        string address;
        using (Talk.Publisher(out address))
        {
        }

        using var subscriber = Talk.Subscriber(address, "");
        using var publisher = Talk.PublisherAt(address);

        subscriber.Settle(publisher);
    }

    [Fact]
    public void Leaving_WhatIsNotThere_IsRefused()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address);
        subscriber.Disconnect(address);

        Assert.Throws<EndpointNotFoundException>(() => subscriber.Disconnect(address));
        publisher.Unbind(address);
        Assert.Throws<EndpointNotFoundException>(() => publisher.Unbind(address));
    }

    [Fact]
    public void Disconnect_LeavesThatPublisherOnly()
    {
        using var left = Talk.Publisher(out var leftAddress);
        using var kept = Talk.Publisher(out var keptAddress);
        using var subscriber = Talk.Subscriber(leftAddress, "");
        subscriber.Connect(keptAddress);
        subscriber.Settle(left);
        subscriber.Settle(kept);

        subscriber.Disconnect(leftAddress);
        left.SendFrame("left");

        Assert.Empty(subscriber.Until(kept));
        subscriber.Connect(leftAddress);
        subscriber.Settle(left);
    }

    [Fact]
    public void Socket_ThatIsDisposed_IsOfNoUse()
    {
        var publisher = Talk.Publisher(out var address);
        var subscriber = Talk.Subscriber(address, "");
        publisher.Dispose();
        subscriber.Close();
        publisher.Dispose();

        Assert.True(publisher.IsDisposed);
        Assert.True(subscriber.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => publisher.Bind(address));
        Assert.Throws<ObjectDisposedException>(() => subscriber.Connect(address));
    }

    [Fact]
    public void Options_AsMade_AreTheDocumentedOnes()
    {
        using var socket = new SubscriberSocket();
        var options = socket.Options;

        Assert.Equal((1000, 1000, -1L, 100), (options.SendHighWatermark, options.ReceiveHighWatermark, options.MaxMsgSize, options.Backlog));
        Assert.Equal((TimeSpan.FromMilliseconds(100), TimeSpan.Zero), (options.ReconnectInterval, options.ReconnectIntervalMax));
        Assert.Equal((TimeSpan.Zero, false), (options.Linger, options.TcpKeepalive));
        Assert.Equal(TimeSpan.Zero, options.HeartbeatInterval);
    }

    [Fact]
    public void Options_OfSockets_AreTakenUp()
    {
        using var publisher = new PublisherSocket();
        publisher.Options.TcpKeepalive = true;
        publisher.Options.TcpKeepaliveIdle = TimeSpan.FromSeconds(30);
        publisher.Options.TcpKeepaliveInterval = TimeSpan.FromSeconds(5);
        publisher.Options.SendBuffer = 32 * 1024;
        publisher.Options.HeartbeatInterval = TimeSpan.FromSeconds(20);
        var port = publisher.BindRandomPort(Talk.Loopback);
        using var subscriber = new SubscriberSocket();
        subscriber.Options.TcpKeepalive = true;
        subscriber.Options.ReceiveBuffer = 32 * 1024;
        subscriber.Options.ReconnectIntervalMax = TimeSpan.FromSeconds(30);
        subscriber.Connect(Talk.Address(port));
        subscriber.SubscribeToAnyTopic();

        subscriber.Settle(publisher);
        Assert.Throws<InvalidException>(() => subscriber.Options.ReconnectIntervalMax = TimeSpan.FromMilliseconds(-2));
        Assert.Throws<InvalidException>(() => subscriber.Options.ReconnectInterval = TimeSpan.FromMilliseconds(-2));
    }
}
