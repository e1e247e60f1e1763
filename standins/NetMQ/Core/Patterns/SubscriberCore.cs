using NetMQ.Core.Tcp;
using NetMQ.Core.Zmtp;

namespace NetMQ.Core.Patterns;

/// <summary>A SUB socket: tells every publisher what it wants, and receives that.</summary>
internal sealed class SubscriberCore : SocketCore
{
    private const byte Wanted = 1;
    private const byte Unwanted = 0;

    private readonly Inbox _inbox = new();
    private readonly TopicSet _topics = new();

    // Held while subscriptions are told: a publisher that comes meanwhile hears each of them once.
    private readonly Lock _gate = new();
    private readonly HashSet<Connection> _publishers = [];

    private Message _current;
    private int _next;

    public override string SocketType => "SUB";

    public override int ReadBufferSize => 64 * 1024;

    private bool HasCurrent => _current.First is not null;

    public void Subscribe(ReadOnlySpan<byte> topic)
    {
        using var turn = Enter();
        lock (_gate)
        {
            if (_topics.Add(topic))
            {
                TellAll(Frame(Wanted, topic));
            }
        }
    }

    public void Unsubscribe(ReadOnlySpan<byte> topic)
    {
        using var turn = Enter();
        lock (_gate)
        {
            if (_topics.Remove(topic))
            {
                TellAll(Frame(Unwanted, topic));
            }
        }
    }

    public override bool Understands(string peerType) => peerType is "PUB" or "XPUB";

    public override void Attach(Connection connection)
    {
        lock (_gate)
        {
            foreach (var topic in _topics.Topics)
            {
                connection.Outbox.Add(Frame(Wanted, topic));
            }

            _publishers.Add(connection);
        }
    }

    public override void Detach(Connection connection)
    {
        lock (_gate)
        {
            _publishers.Remove(connection);
        }
    }

    public override ValueTask Receive(Connection connection, Message message)
    {
        var added = _inbox.Add(connection.Endpoint.Received, message, out var wasEmpty);
        if (wasEmpty)
        {
            Rouse();
        }

        return added;
    }

    public override void Forget(Endpoint endpoint) => _inbox.Forget(endpoint.Received);

    protected override void Send(ReadOnlySpan<byte> frame, bool more) =>
        throw new NotSupportedException("Subscriber socket doesn't support sending");

    protected override PollEvents ReadyNow() => TryFind() ? PollEvents.PollIn : PollEvents.None;

    protected override bool TryTake(ref Msg msg)
    {
        if (!TryFind())
        {
            return false;
        }

        var frame = _current[_next++];
        var more = _next < _current.FrameCount;
        if (!more)
        {
            (_current, _next) = (default, 0);
        }

        msg.InitReceived(frame, more);
        Options.ReceiveMore = more;
        return true;
    }

    private static byte[] Frame(byte what, ReadOnlySpan<byte> topic)
    {
        byte[] body = [what, .. topic];
        var frame = new byte[FrameHeader.SizeOnWire(body.Length)];
        FrameHeader.Write(frame, FrameFlags.None, body);
        return frame;
    }

    // A publisher may have sent what was unsubscribed from meanwhile.
    private bool TryFind()
    {
        while (!HasCurrent)
        {
            if (!_inbox.TryTake(out var message))
            {
                return false;
            }

            if (_topics.Matches(message.First))
            {
                _current = message;
            }
        }

        return true;
    }

    private void TellAll(byte[] frame)
    {
        foreach (var publisher in _publishers)
        {
            publisher.Outbox.Add(frame);
        }
    }
}
