namespace NetMQ;

/// <summary>What a poller can watch.</summary>
public interface ISocketPollable
{
    NetMQSocket Socket { get; }

    bool IsDisposed { get; }
}
