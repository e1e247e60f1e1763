using OrleansGameState.Gateway.Entities;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>One event on its way to watchers. What a transport makes of it is made once and shared by all its clients.</summary>
internal sealed class Delta(Entity entity, Envelope envelope)
{
    private readonly Lock _lock = new();
    private byte[]? _json;
    private byte[]? _webSocket;
    private byte[]? _serverSent;
    private object? _message;

    public Envelope Envelope => envelope;

    public string Topic => entity.Topic;

    public long Sequence => envelope.Sequence;

    /// <summary>What it weighs in a queue.</summary>
    public int Size => WebSocket.Length;

    /// <summary>The event as the event log's readers see it.</summary>
    public ReadOnlyMemory<byte> Json => Once(ref _json, () => Write(null));

    public ReadOnlyMemory<byte> WebSocket => Once(ref _webSocket, () => Write("delta"));

    public ReadOnlyMemory<byte> ServerSent => Once(ref _serverSent, () => ServerSentEvents.Frame("delta", Sequence, Json.Span));

    /// <summary>The event as a gRPC message.</summary>
    public T Message<T>(Func<Envelope, T> make)
        where T : class
    {
        lock (_lock)
        {
            return (T)(_message ??= make(envelope));
        }
    }

    private byte[] Once(ref byte[]? bytes, Func<byte[]> make)
    {
        if (Volatile.Read(ref bytes) is { } made)
        {
            return made;
        }

        lock (_lock)
        {
            return bytes ??= make();
        }
    }

    private byte[] Write(string? op) => RealtimeJson.Event(op, entity.Topic, envelope, entity.Kind.EventJson(envelope));
}
