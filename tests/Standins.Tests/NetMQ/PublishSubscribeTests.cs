using System.Text;
using NetMQ;
using NetMQ.Sockets;
using Xunit;

namespace OrleansGameState.Standins.Tests.NetMQ;

/// <summary>What is published reaches those who subscribed to it, and nobody else.</summary>
[Collection(NetMQGroup.Name)]
public sealed class PublishSubscribeTests
{
    [Fact]
    public void Subscribe_ToATopic_BringsWhatBeginsWithIt()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "tick");
        subscriber.Settle(publisher, "tick");

        publisher.SendFrame("tic");
        publisher.SendFrame("tick");
        publisher.SendFrame("ticket");
        publisher.SendFrame("a tick");
        publisher.SendFrame("TICK");

        Assert.Equal(["tick", "ticket"], subscriber.Until(publisher, "tick"));
    }

    [Fact]
    public void SubscribeToAnyTopic_BringsEverything()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address);
        subscriber.SubscribeToAnyTopic();
        subscriber.Settle(publisher);

        publisher.SendFrameEmpty();
        publisher.SendFrame("something");

        Assert.Equal(["", "something"], subscriber.Until(publisher));
    }

    [Fact]
    public void Subscribe_ToNothing_BringsNothing()
    {
        using var publisher = Talk.Publisher(out var address);
        using var deaf = Talk.Subscriber(address);
        using var subscriber = Talk.Subscriber(address, "");
        subscriber.Settle(publisher);

        Assert.False(deaf.TryReceiveFrameBytes(TimeSpan.FromMilliseconds(1), out var bytes));
        Assert.Null(bytes);
        Assert.False(deaf.HasIn);
    }

    [Fact]
    public void Subscribe_ByBytesOrEncoding_IsTheSame()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "!");
        subscriber.Subscribe([0, 255]);
        subscriber.Subscribe("Ω", Encoding.UTF8);
        subscriber.Settle(publisher, "!");

        publisher.SendFrame([0, 255, 1]);
        publisher.SendFrame([0, 254, 1]);
        publisher.SendFrame("Ωmega");

        Assert.Equal([0, 255, 1], subscriber.ReceiveFrameBytes());
        Assert.Equal(["Ωmega"], subscriber.Until(publisher, "!"));
    }

    [Fact]
    public void Unsubscribe_EndsTheTopicOnly()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "a", "b");
        subscriber.Settle(publisher, "b");

        subscriber.Unsubscribe("a");
        publisher.SendFrame("a1");
        publisher.SendFrame("b1");

        Assert.Equal(["b1"], subscriber.Until(publisher, "b"));
    }

    [Fact]
    public void Unsubscribe_OfATopicSubscribedTwice_TakesTwo()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "a", "a", "b");
        subscriber.Settle(publisher, "b");

        subscriber.Unsubscribe("a");
        publisher.SendFrame("a1");
        var afterOne = subscriber.Until(publisher, "b");
        subscriber.Unsubscribe("a");
        publisher.SendFrame("a2");

        Assert.Equal(["a1"], afterOne);
        Assert.Empty(subscriber.Until(publisher, "b"));
    }

    [Fact]
    public void Unsubscribe_OfWhatWasNotSubscribed_ChangesNothing()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "ab");
        subscriber.Unsubscribe("a");
        subscriber.Unsubscribe(Encoding.ASCII.GetBytes("abc"));
        subscriber.Settle(publisher, "ab");

        publisher.SendFrame("abc");

        Assert.Equal(["abc"], subscriber.Until(publisher, "ab"));
    }

    [Fact]
    public void Subscribe_AfterUnsubscribe_BringsItAgain()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "a");
        subscriber.Settle(publisher, "a");

        subscriber.Unsubscribe("a");
        subscriber.Subscribe("a");

        subscriber.Settle(publisher, "a");
    }

    [Fact]
    public void Message_OfManyFrames_ArrivesAsItWasSent()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "topic");
        subscriber.Settle(publisher, "topic");

        publisher.SendMoreFrame("other").SendFrame("topic");
        publisher.SendMoreFrame("topic").SendMoreFrameEmpty().SendFrame("end");
        publisher.SendMultipartMessage(new NetMQMessage(["topic two"u8.ToArray(), "x"u8.ToArray()]));
        publisher.SendMultipartBytes("topic three"u8.ToArray(), "y"u8.ToArray(), "z"u8.ToArray());

        Assert.Equal(["topic", "", "end"], subscriber.NextFrames());
        Assert.Equal(["topic two", "x"], subscriber.NextFrames());
        Assert.Equal(["topic three", "y", "z"], subscriber.NextFrames());
    }

    [Fact]
    public void Receiving_FrameByFrame_TellsWhetherMoreFollow()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "");
        subscriber.Settle(publisher);
        publisher.SendMoreFrame("one").SendFrame("two");
        publisher.SendFrame("three");

        var one = subscriber.ReceiveFrameString(out var moreAfterOne);
        var optionAfterOne = subscriber.Options.ReceiveMore;
        var hasTwo = subscriber.HasIn;
        var two = subscriber.ReceiveFrameBytes(out var moreAfterTwo);

        Assert.Equal(("one", true, true, true), (one, moreAfterOne, optionAfterOne, hasTwo));
        Assert.Equal(("two", false, false), (Encoding.UTF8.GetString(two), moreAfterTwo, subscriber.Options.ReceiveMore));
        Assert.Equal("three", subscriber.Next());
    }

    [Fact]
    public void TryReceiveMultipartMessage_ReusesTheMessageGiven_AndLeavesItWhereNothingCame()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "");
        subscriber.Settle(publisher);
        var given = new NetMQMessage(["old"u8.ToArray()]);
        var message = given;

        var before = subscriber.TryReceiveMultipartMessage(ref message!);
        Assert.Equal((false, 1), (before, message.FrameCount));

        publisher.SendMoreFrame("a").SendFrame("b");
        Assert.True(subscriber.TryReceiveMultipartMessage(Talk.Safety, ref message));

        Assert.Same(given, message);
        Assert.Equal(["a", "b"], message.Select(frame => frame.ConvertToString()));
    }

    [Fact]
    public void Msg_CanBeReceivedIntoAndSent()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "");
        subscriber.Settle(publisher);
        var sent = new Msg();
        sent.InitPool(3);
        sent.Put([1, 2, 3], 0, 3);

        Assert.True(publisher.TrySend(ref sent, TimeSpan.Zero, more: false));
        var received = new Msg();
        received.InitEmpty();
        Assert.True(subscriber.TryReceive(ref received, Talk.Safety));

        Assert.Equal(3, received.Size);
        Assert.Equal([1, 2, 3], received.Slice().ToArray());
        Assert.False(received.HasMore);
        received.Close();
        Assert.Throws<FaultException>(received.Close);
        Assert.Throws<FaultException>(() => subscriber.TryReceive(ref received, TimeSpan.Zero));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(70_000)]
    [InlineData(1024 * 1024)]
    public void Frame_OfAnyLength_ArrivesWhole(int length)
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "");
        subscriber.Settle(publisher);
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);

        publisher.SendFrame(bytes);
        publisher.SendMoreFrame(bytes).SendFrame(bytes, length / 2);

        Assert.Equal(bytes, subscriber.ReceiveFrameBytes());
        Assert.Equal(bytes, subscriber.ReceiveFrameBytes());
        Assert.Equal(bytes[..(length / 2)], subscriber.ReceiveFrameBytes());
    }

    [Fact]
    public void SentArray_ChangedAfterwards_ArrivesAsItWas()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "");
        subscriber.Settle(publisher);
        var bytes = "before"u8.ToArray();

        publisher.SendMoreFrame(bytes);
        bytes.AsSpan().Fill((byte)'x');
        publisher.SendFrame(bytes);
        bytes.AsSpan().Fill((byte)'y');

        Assert.Equal(["before", "xxxxxx"], subscriber.NextFrames());
    }

    [Fact]
    public void ManySubscribers_EachGetTheirOwn()
    {
        using var publisher = Talk.Publisher(out var address);
        using var a = Talk.Subscriber(address, "a");
        using var b = Talk.Subscriber(address, "b");
        using var all = Talk.Subscriber(address, "");
        a.Settle(publisher, "a");
        b.Settle(publisher, "b");
        all.Settle(publisher);
        a.Until(publisher, "a");
        b.Until(publisher, "b");
        all.Until(publisher);

        publisher.SendFrame("a1");
        publisher.SendFrame("b1");

        Assert.Equal(["a1", "b1"], all.Until(publisher));
        Assert.Equal("a1", a.Next());
        Assert.Equal("b1", b.Next());
    }

    [Fact]
    public void ManyPublishers_OneSubscriberHearsAll()
    {
        using var first = Talk.Publisher(out var firstAddress);
        using var second = Talk.Publisher(out var secondAddress);
        using var subscriber = Talk.Subscriber(firstAddress, "");
        subscriber.Connect(secondAddress);
        subscriber.Settle(first);
        subscriber.Settle(second);

        first.SendFrame("one");
        second.SendFrame("two");

        Assert.Equal(["one", "two"], new[] { subscriber.Next(), subscriber.Next() }.Order());
    }

    [Fact]
    public void Publisher_CanConnectToASubscriberThatListens()
    {
        using var subscriber = new SubscriberSocket();
        subscriber.Subscribe("a");
        var port = subscriber.BindRandomPort(Talk.Loopback);
        using var publisher = new PublisherSocket($">{Talk.Address(port)}");
        subscriber.Settle(publisher, "a");

        publisher.SendFrame("b");
        publisher.SendFrame("a1");

        Assert.Equal(["a1"], subscriber.Until(publisher, "a"));
    }

    [Fact]
    public void Publisher_WithoutSubscribers_DoesNotWait()
    {
        using var publisher = Talk.Publisher(out _);
        var bytes = new byte[1000];

        for (var i = 0; i < 10_000; i++)
        {
            publisher.SendFrame(bytes);
        }

        Assert.True(publisher.HasOut);
        Assert.True(publisher.TrySendFrame(bytes));
        Assert.True(publisher.TrySendMultipartMessage(new NetMQMessage([bytes, bytes])));
    }

    [Fact]
    public void TheWrongWayRound_IsRefused()
    {
        using var publisher = Talk.Publisher(out var address);
        using var subscriber = Talk.Subscriber(address, "");

        Assert.Throws<NotSupportedException>(() => publisher.ReceiveFrameBytes());
        Assert.Throws<NotSupportedException>(() => subscriber.SendFrame("x"));
        Assert.Throws<ArgumentException>(() => publisher.SendMultipartMessage(new NetMQMessage()));
    }
}
