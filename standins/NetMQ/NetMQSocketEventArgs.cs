namespace NetMQ;

/// <summary>What a socket is ready for; one object a socket.</summary>
public class NetMQSocketEventArgs : EventArgs
{
    public NetMQSocketEventArgs(NetMQSocket socket) => Socket = socket;

    public NetMQSocket Socket { get; }

    public bool IsReadyToReceive { get; private set; }

    public bool IsReadyToSend { get; private set; }

    internal NetMQSocketEventArgs With(PollEvents events)
    {
        IsReadyToReceive = events.HasIn();
        IsReadyToSend = events.HasOut();
        return this;
    }
}
