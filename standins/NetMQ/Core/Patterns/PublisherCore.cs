using System.Buffers;
using System.Collections.Immutable;
using NetMQ.Core.Tcp;
using NetMQ.Core.Zmtp;

namespace NetMQ.Core.Patterns;

/// <summary>A PUB socket: gives each message to those who want it and keep up, and waits for nobody.</summary>
internal sealed class PublisherCore : SocketCore
{
    public const string Type = "PUB";

    private const byte Wanted = 1;
    private const byte Unwanted = 0;

    private readonly ArrayBufferWriter<byte> _parts = new();
    private byte[]? _topic;
    private ImmutableArray<Subscriber> _subscribers = [];

    public override string SocketType => Type;

    public override bool Understands(string peerType) => peerType is "SUB" or "XSUB";

    public override void Attach(Connection connection)
    {
        var subscriber = new Subscriber(connection.Outbox);
        connection.State = subscriber;
        ImmutableInterlocked.Update(ref _subscribers, static (all, one) => all.Add(one), subscriber);
    }

    public override void Detach(Connection connection) =>
        ImmutableInterlocked.Update(ref _subscribers, static (all, one) => all.Remove(one), (Subscriber)connection.State!);

    /// <summary>Before ZMTP 3.1, subscriptions are messages.</summary>
    public override ValueTask Receive(Connection connection, Message message)
    {
        if (message.First is [Wanted, .. var topic])
        {
            ((Subscriber)connection.State!).Subscribe(topic);
        }
        else if (message.First is [Unwanted, .. var noTopic])
        {
            ((Subscriber)connection.State!).Unsubscribe(noTopic);
        }

        return ValueTask.CompletedTask;
    }

    public override void Obey(Connection connection, ReadOnlySpan<byte> command, ReadOnlySpan<byte> data)
    {
        if (command.SequenceEqual(Commands.Subscribe))
        {
            ((Subscriber)connection.State!).Subscribe(data);
        }
        else if (command.SequenceEqual(Commands.Cancel))
        {
            ((Subscriber)connection.State!).Unsubscribe(data);
        }
    }

    protected override bool TryTake(ref Msg msg) => throw new NotSupportedException("Publisher doesn't support receiving");

    protected override PollEvents ReadyNow() => PollEvents.PollOut;

    protected override void Send(ReadOnlySpan<byte> frame, bool more)
    {
        RequireAccepted(frame.Length);
        if (_topic is null && !more)
        {
            Publish(frame, frame, isWhole: false);
            return;
        }

        _topic ??= frame.ToArray();
        var size = FrameHeader.Write(_parts.GetSpan(FrameHeader.SizeOnWire(frame.Length)), more ? FrameFlags.More : FrameFlags.None, frame);
        _parts.Advance(size);
        if (!more)
        {
            Publish(_topic, _parts.WrittenSpan, isWhole: true);
            Reset();
        }
    }

    // Written out once, for all who want it; not at all where nobody does.
    private void Publish(ReadOnlySpan<byte> topic, ReadOnlySpan<byte> content, bool isWhole)
    {
        byte[]? message = null;
        foreach (var subscriber in _subscribers)
        {
            if (subscriber.Wants(topic))
            {
                message ??= isWhole ? content.ToArray() : Whole(content);
                subscriber.Outbox.TryAdd(message);
            }
        }
    }

    private static byte[] Whole(ReadOnlySpan<byte> frame)
    {
        var message = GC.AllocateUninitializedArray<byte>(FrameHeader.SizeOnWire(frame.Length));
        FrameHeader.Write(message, FrameFlags.None, frame);
        return message;
    }

    private void RequireAccepted(int length)
    {
        if (length > Limits.Frame || _parts.WrittenCount + length > Limits.Message)
        {
            Reset();
            throw NetMQException.Create(
                $"The stand-in sends no frame over {Limits.Frame} bytes and no message over {Limits.Message}.", ErrorCode.MessageSize);
        }
    }

    private void Reset()
    {
        _topic = null;
        _parts.ResetWrittenCount();
    }
}
