namespace NetMQ.Monitoring;

public class NetMQMonitorSocketEventArgs : NetMQMonitorEventArgs
{
    internal NetMQMonitorSocketEventArgs(NetMQMonitor monitor, string address, SocketEvents socketEvent) : base(monitor, address, socketEvent)
    {
    }
}
