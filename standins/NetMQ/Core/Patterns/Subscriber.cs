using NetMQ.Core.Tcp;
using NetMQ.Core.Zmtp;

namespace NetMQ.Core.Patterns;

/// <summary>One peer of a publisher, with what it wants.</summary>
internal sealed class Subscriber(Outbox outbox)
{
    private readonly Lock _gate = new();
    private readonly TopicSet _topics = new();

    public Outbox Outbox { get; } = outbox;

    public bool Wants(ReadOnlySpan<byte> frame)
    {
        lock (_gate)
        {
            return _topics.Matches(frame);
        }
    }

    /// <exception cref="ProtocolViolationException">It wants more topics than are kept for one peer.</exception>
    public void Subscribe(ReadOnlySpan<byte> topic)
    {
        lock (_gate)
        {
            if (!_topics.Contains(topic))
            {
                _topics.Add(topic);
            }

            if (_topics.Cost > Limits.Topics)
            {
                throw new ProtocolViolationException("too many topics");
            }
        }
    }

    public void Unsubscribe(ReadOnlySpan<byte> topic)
    {
        lock (_gate)
        {
            _topics.Remove(topic);
        }
    }
}
