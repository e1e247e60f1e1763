using System.Text;
using NetMQ;
using NetMQ.Sockets;
using Xunit;

namespace OrleansGameState.Standins.Tests.NetMQ.Foreign;

/// <summary>With libzmq on the other side.</summary>
[Collection(NetMQGroup.Name)]
public sealed class ForeignTests
{
    private const string Anywhere = "tcp://127.0.0.1:*";

    // Every byte there is, and more than one packet.
    private static readonly string AllBytes = string.Concat(Enumerable.Range(0, 100_000).Select(number => (char)(number % 256)));

    public static TheoryData<string> Languages => [ForeignPeer.Python, ForeignPeer.Node];

    [SkippableTheory]
    [MemberData(nameof(Languages))]
    public async Task TheirPublisher_IsHeard_OnTheTopicsSubscribedTo(string language)
    {
        await using var theirs = await ForeignPeer.Publisher(language, "bind", Anywhere);
        using var ours = Talk.Subscriber(theirs.Address, "a", "end");
        await Settle(theirs, ours, "a");

        await theirs.Send("b", "not ours");
        await theirs.Send("a", "", AllBytes);
        await theirs.Send("a2");
        await theirs.Send("end");

        Assert.Equal(["a", "", AllBytes], Frames(ours));
        Assert.Equal(["a2"], Frames(ours));
        Assert.Equal(["end"], Frames(ours));
    }

    [SkippableTheory]
    [MemberData(nameof(Languages))]
    public async Task OurPublisher_IsHeard_OnTheTopicsSubscribedTo(string language)
    {
        using var ours = Talk.Publisher(out var address);
        await using var theirs = await ForeignPeer.Subscriber(language, "connect", address, "a");
        await Settle(ours, theirs, "a");

        ours.SendFrame("b");
        ours.SendMultipartBytes("a"u8.ToArray(), [], Encoding.Latin1.GetBytes(AllBytes));
        ours.SendFrame("a2");

        Assert.Equal(["a", "", AllBytes], await theirs.Received());
        Assert.Equal(["a2"], await theirs.Received());
    }

    [SkippableTheory]
    [MemberData(nameof(Languages))]
    public async Task Unsubscribing_EndsATopic_EitherWay(string language)
    {
        using var publisher = Talk.Publisher(out var address);
        await using var theirSubscriber = await ForeignPeer.Subscriber(language, "connect", address, "a", "b");
        await using var theirPublisher = await ForeignPeer.Publisher(language, "bind", Anywhere);
        using var subscriber = Talk.Subscriber(theirPublisher.Address, "a", "b");
        await Settle(publisher, theirSubscriber, "a");
        await Settle(theirPublisher, subscriber, "a");

        await theirSubscriber.Unsubscribe("a");
        subscriber.Unsubscribe("a");
        publisher.SendFrame("a");
        publisher.SendFrame("b");
        await theirPublisher.Send("a");
        await theirPublisher.Send("b");

        Assert.Equal(["b"], await theirSubscriber.Received());
        Assert.Equal(["b"], Frames(subscriber));
    }

    [SkippableTheory]
    [MemberData(nameof(Languages))]
    public async Task TheirPublisher_Restarted_IsHeardAgain(string language)
    {
        var first = await ForeignPeer.Publisher(language, "bind", Anywhere);
        using var ours = Talk.Subscriber(first.Address, "a");
        await Settle(first, ours, "a");
        await first.DisposeAsync();

        await using var second = await ForeignPeer.Publisher(language, "bind", first.Address);

        await Settle(second, ours, "a");
    }

    [SkippableTheory]
    [MemberData(nameof(Languages))]
    public async Task OurPublisher_Restarted_IsHeardAgain(string language)
    {
        var first = Talk.Publisher(out var address);
        await using var theirs = await ForeignPeer.Subscriber(language, "connect", address, "a");
        await Settle(first, theirs, "a");
        first.Dispose();

        using var second = Talk.PublisherAt(address);

        await Settle(second, theirs, "a");
    }

    [SkippableTheory]
    [MemberData(nameof(Languages))]
    public async Task Publishers_MayConnectToSubscribers_EitherWay(string language)
    {
        await using var theirSubscriber = await ForeignPeer.Subscriber(language, "bind", Anywhere, "a");
        using var publisher = new PublisherSocket($">{theirSubscriber.Address}");
        using var subscriber = new SubscriberSocket("@tcp://127.0.0.1:0");
        subscriber.Subscribe("a");
        await using var theirPublisher = await ForeignPeer.Publisher(language, "connect", subscriber.Options.LastEndpoint!);

        await Settle(publisher, theirSubscriber, "a");
        await Settle(theirPublisher, subscriber, "a");
    }

    private static string[] Frames(SubscriberSocket subscriber) =>
        [.. subscriber.ReceiveMultipartMessage().Select(frame => frame.ConvertToString(Encoding.Latin1))];

    // A publisher learns of subscriptions some time after they were made.
    private static async Task Settle(ForeignPeer publisher, SubscriberSocket subscriber, string topic)
    {
        for (var tries = 0; ; tries++)
        {
            await publisher.Send($"{topic} mark");
            if (subscriber.TryReceiveFrameString(TimeSpan.FromMilliseconds(20), out _))
            {
                break;
            }

            Assert.InRange(tries, 0, 1500);
        }

        await publisher.Send($"{topic} settled");
        while (subscriber.Next() != $"{topic} settled")
        {
        }
    }

    private static async Task Settle(PublisherSocket publisher, ForeignPeer subscriber, string topic)
    {
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var tries = 0; !subscriber.TryReceived(out _); tries++)
        {
            Assert.InRange(tries, 0, 1500);
            publisher.SendFrame($"{topic} mark");
            await beat.WaitForNextTickAsync();
        }

        publisher.SendFrame($"{topic} settled");
        while ((await subscriber.Received())[0] != $"{topic} settled")
        {
        }
    }
}
