using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Gateway.Realtime;

/// <summary>A fact that concerns a whole system, under one of the topics it is told under.</summary>
/// <param name="topic">The system's own topic, or one of <see cref="IAnnouncedTopics"/>.</param>
/// <param name="key">The entity's topic without the system.</param>
/// <param name="envelope">The fact.</param>
/// <param name="json">Writes it as this topic has it.</param>
internal sealed class Announcement(string topic, string key, Envelope envelope, Func<byte[]> json)
{
    private readonly Lazy<byte[]> _json = new(json);
    private readonly Lock _lock = new();
    private byte[]? _webSocket;
    private byte[]? _serverSent;
    private object? _message;

    public string Topic => topic;

    /// <summary>The topic's last part.</summary>
    public string Name => topic[(topic.LastIndexOf('/') + 1)..];

    public Envelope Envelope => envelope;

    public ReadOnlyMemory<byte> Json => _json.Value;

    public ReadOnlyMemory<byte> WebSocket => LazyInitializer.EnsureInitialized(ref _webSocket, () => RealtimeJson.Announcement(topic, key, envelope, Json));

    public ReadOnlyMemory<byte> ServerSent => LazyInitializer.EnsureInitialized(ref _serverSent, () => ServerSentEvents.Frame(Name, Json.Span));

    /// <summary>The announcement as a gRPC message, which is made once and shared.</summary>
    public T Message<T>(Func<Announcement, T> make)
        where T : class
    {
        lock (_lock)
        {
            return (T)(_message ??= make(this));
        }
    }
}
