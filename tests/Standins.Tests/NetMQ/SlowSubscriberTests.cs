using System.Net;
using System.Net.Sockets;
using System.Text;
using NetMQ;
using NetMQ.Sockets;
using Xunit;

namespace OrleansGameState.Standins.Tests.NetMQ;

/// <summary>High-water marks: a publisher waits for nobody, a subscriber loses nothing by itself.</summary>
[Collection(NetMQGroup.Name)]
public sealed class SlowSubscriberTests
{
    private const int Count = 20_000;
    private static readonly byte[] Filler = new byte[1000];

    [Fact]
    public async Task Publisher_DropsForWhoDoesNotRead_AndForNobodyElse()
    {
        using var publisher = new PublisherSocket();
        publisher.Options.SendHighWatermark = 50;
        publisher.Options.SendBuffer = 16 * 1024;
        var address = Talk.Address(publisher.BindRandomPort(Talk.Loopback));
        using var slow = await RawPeer.Connect(address);
        await slow.Shake("SUB");
        await slow.Send(RawPeer.Frame("\u0001"));
        using var quick = Talk.Subscriber(address, "");
        quick.Settle(publisher);

        for (var number = 0; number < Count; number++)
        {
            publisher.SendMoreFrame($"n{number}").SendFrame(Filler);
            Assert.Equal($"n{number}", quick.ReceiveFrameString());
            quick.SkipFrame();
        }

        var got = await ReadUntil(publisher, slow);
        Assert.InRange(got.Count, 1, Count - 1);
        Assert.Equal(got.Order(), got);

        // The mark may count frames, of which each message has two.
        Assert.Equal(Enumerable.Range(0, 20), got.Take(20));
    }

    [Fact]
    public async Task Subscriber_ThatIsSlow_HoldsThePublisherBack_AndLosesNothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var subscriber = new SubscriberSocket();
        subscriber.Options.ReceiveHighWatermark = 10;
        subscriber.Connect($"tcp://{listener.LocalEndpoint}");
        subscriber.SubscribeToAnyTopic();
        using var peer = await RawPeer.Accept(listener);
        await peer.Shake("PUB");

        var sending = Send(peer);
        for (var number = 0; number < Count; number++)
        {
            Assert.Equal($"n{number}", subscriber.ReceiveFrameString());
            subscriber.SkipFrame();
        }

        await sending.InTime();
        Assert.False(subscriber.HasIn);
    }

    [Fact]
    public void Subscriber_WithAHighWatermark_StillTakesTurnsBetweenPublishers()
    {
        using var one = Talk.Publisher(out var first);
        using var two = Talk.Publisher(out var second);
        using var subscriber = Talk.Subscriber(first, "");
        subscriber.Connect(second);
        subscriber.Settle(one);
        subscriber.Settle(two);

        for (var number = 0; number < 100; number++)
        {
            one.SendFrame("one");
            two.SendFrame("two");
        }

        var all = Enumerable.Range(0, 200).Select(_ => subscriber.Next()).ToArray();
        Assert.Equal((100, 100), (all.Count(text => text == "one"), all.Count(text => text == "two")));
    }

    private static async Task Send(RawPeer peer)
    {
        for (var number = 0; number < Count; number++)
        {
            await peer.Send([.. RawPeer.Frame($"n{number}", more: true), .. RawPeer.Frame(Filler)]);
        }
    }

    // The end is sent again and again: it is dropped as well until the peer has read enough.
    private static async Task<List<int>> ReadUntil(PublisherSocket publisher, RawPeer peer)
    {
        var numbers = new List<int>();
        while (true)
        {
            publisher.SendFrame("end");
            var text = Encoding.ASCII.GetString((await peer.Receive()).Body);
            if (text == "end")
            {
                return numbers;
            }

            if (text.StartsWith('n'))
            {
                numbers.Add(int.Parse(text.AsSpan(1), provider: null));
                Assert.Equal(Filler, (await peer.Receive()).Body);
            }
        }
    }
}
