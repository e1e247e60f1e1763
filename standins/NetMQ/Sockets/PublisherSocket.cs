using NetMQ.Core.Patterns;

namespace NetMQ.Sockets;

/// <summary>Sends to all who subscribed. It never waits: who does not keep up misses messages, and nobody else does.</summary>
public class PublisherSocket : NetMQSocket
{
    /// <param name="connectionString">Addresses after commas, to bind, or after a &gt; to connect to.</param>
    public PublisherSocket(string? connectionString = null) : base(new PublisherCore()) => Open(connectionString, Bind);

    public override bool TryReceive(ref Msg msg, TimeSpan timeout) =>
        throw new NotSupportedException("Publisher doesn't support receiving");
}
