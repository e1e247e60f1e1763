namespace NetMQ.Monitoring;

/// <summary>What happened, and at which of the socket's addresses.</summary>
public abstract class NetMQMonitorEventArgs : EventArgs
{
    private protected NetMQMonitorEventArgs(NetMQMonitor monitor, string address, SocketEvents socketEvent)
    {
        Monitor = monitor;
        Address = address;
        SocketEvent = socketEvent;
    }

    public NetMQMonitor Monitor { get; }

    public string Address { get; }

    public SocketEvents SocketEvent { get; }
}
