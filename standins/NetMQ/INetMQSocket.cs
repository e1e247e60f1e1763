namespace NetMQ;

/// <summary>A socket: it belongs to one thread at a time.</summary>
public interface INetMQSocket : IOutgoingSocket, IReceivingSocket, ISocketPollable, IDisposable
{
    event EventHandler<NetMQSocketEventArgs> ReceiveReady;

    event EventHandler<NetMQSocketEventArgs> SendReady;

    SocketOptions Options { get; }

    bool HasIn { get; }

    bool HasOut { get; }

    void Bind(string address);

    int BindRandomPort(string address);

    void Connect(string address);

    void Disconnect(string address);

    void Unbind(string address);

    void Close();

    void Poll();

    bool Poll(TimeSpan timeout);

    PollEvents Poll(PollEvents pollEvents, TimeSpan timeout);
}
