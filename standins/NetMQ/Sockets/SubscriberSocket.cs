using System.Text;
using NetMQ.Core.Patterns;

namespace NetMQ.Sockets;

/// <summary>Receives what publishers send on the topics that it subscribed to: all messages whose first frame begins so.</summary>
public class SubscriberSocket : NetMQSocket
{
    private readonly SubscriberCore _core;

    /// <param name="connectionString">Addresses after commas, to connect to, or after an @ to bind.</param>
    public SubscriberSocket(string? connectionString = null) : this(new SubscriberCore()) => Open(connectionString, Connect);

    private SubscriberSocket(SubscriberCore core) : base(core) => _core = core;

    public override bool TrySend(ref Msg msg, TimeSpan timeout, bool more) =>
        throw new NotSupportedException("Subscriber socket doesn't support sending");

    /// <summary>Subscribes once more: it takes as many calls of Unsubscribe to end it.</summary>
    /// <exception cref="ArgumentException">The topic is not ASCII.</exception>
    public virtual void Subscribe(string topic) => _core.Subscribe(Ascii(topic));

    public virtual void Subscribe(string topic, Encoding encoding) => Subscribe(encoding.GetBytes(topic));

    public virtual void Subscribe(byte[] topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        _core.Subscribe(topic);
    }

    public virtual void SubscribeToAnyTopic() => Subscribe(string.Empty);

    /// <exception cref="ArgumentException">The topic is not ASCII.</exception>
    public virtual void Unsubscribe(string topic) => _core.Unsubscribe(Ascii(topic));

    public virtual void Unsubscribe(string topic, Encoding encoding) => Unsubscribe(encoding.GetBytes(topic));

    public virtual void Unsubscribe(byte[] topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        _core.Unsubscribe(topic);
    }

    // The package turns other letters into question marks, and so subscribes to something else.
    private static byte[] Ascii(string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        return System.Text.Ascii.IsValid(topic)
            ? Encoding.ASCII.GetBytes(topic)
            : throw new ArgumentException("The topic is not ASCII: give its bytes, or an encoding.", nameof(topic));
    }
}
