using NetMQ;
using NetMQ.Sockets;
using Xunit;

namespace OrleansGameState.Standins.Tests.NetMQ;

/// <summary>Sockets as the tests use them.</summary>
internal static class Talk
{
    public const string Loopback = "tcp://127.0.0.1";

    public static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    private static int _marks;

    public static string Address(int port) => $"{Loopback}:{port}";

    /// <summary>A publisher that listens, and where.</summary>
    public static PublisherSocket Publisher(out string address)
    {
        var publisher = new PublisherSocket();
        address = Address(publisher.BindRandomPort(Loopback));
        return publisher;
    }

    public static SubscriberSocket Subscriber(string address, params string[] topics)
    {
        var subscriber = new SubscriberSocket();
        subscriber.Connect(address);
        foreach (var topic in topics)
        {
            subscriber.Subscribe(topic);
        }

        return subscriber;
    }

    /// <summary>A publisher at an address that another socket has just left: the system may need a moment.</summary>
    public static PublisherSocket PublisherAt(string address)
    {
        for (var until = Environment.TickCount64 + (long)Safety.TotalMilliseconds; ; Thread.Yield())
        {
            try
            {
                return new PublisherSocket(address);
            }
            catch (AddressAlreadyInUseException) when (Environment.TickCount64 < until)
            {
            }
        }
    }

    /// <summary>
    /// A publisher learns of subscriptions some time after they were made: this sends until one message came through,
    /// and leaves nothing behind. The topic is that of the subscription that is waited for.
    /// </summary>
    public static void Settle(this SubscriberSocket subscriber, PublisherSocket publisher, string topic = "")
    {
        var mark = topic + Mark();
        for (var until = Environment.TickCount64 + (long)Safety.TotalMilliseconds; ;)
        {
            publisher.SendFrame(mark);
            if (subscriber.TryReceiveFrameString(Beat, out var first) && first == mark)
            {
                break;
            }

            Assert.True(Environment.TickCount64 < until, "No message came through.");
        }

        var end = topic + Mark();
        publisher.SendFrame(end);
        string next;
        do
        {
            next = subscriber.Next();
        }
        while (next != end);
    }

    /// <summary>The next message's only frame.</summary>
    public static string Next(this SubscriberSocket subscriber)
    {
        Assert.True(subscriber.TryReceiveFrameString(Safety, out var text, out var more), "Nothing came.");
        Assert.False(more);
        return text;
    }

    /// <summary>The next message's frames.</summary>
    public static string[] NextFrames(this SubscriberSocket subscriber)
    {
        NetMQMessage? message = null;
        Assert.True(subscriber.TryReceiveMultipartMessage(Safety, ref message), "Nothing came.");
        return [.. message.Select(frame => frame.ConvertToString())];
    }

    /// <summary>What arrives until the publisher's end mark does.</summary>
    public static List<string> Until(this SubscriberSocket subscriber, PublisherSocket publisher, string topic = "")
    {
        var end = topic + Mark();
        publisher.SendFrame(end);
        var all = new List<string>();
        for (var next = subscriber.Next(); next != end; next = subscriber.Next())
        {
            all.Add(next);
        }

        return all;
    }

    private static string Mark() => $"!mark {Interlocked.Increment(ref _marks)}";
}
