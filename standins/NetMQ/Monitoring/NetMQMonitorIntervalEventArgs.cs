namespace NetMQ.Monitoring;

public class NetMQMonitorIntervalEventArgs : NetMQMonitorEventArgs
{
    public NetMQMonitorIntervalEventArgs(NetMQMonitor monitor, string address, int interval, SocketEvents socketEvent)
        : base(monitor, address, socketEvent) => Interval = interval;

    /// <summary>Milliseconds.</summary>
    public int Interval { get; }
}
