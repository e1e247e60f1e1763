namespace NetMQ.Monitoring;

public class NetMQMonitorErrorEventArgs : NetMQMonitorEventArgs
{
    public NetMQMonitorErrorEventArgs(NetMQMonitor monitor, string address, ErrorCode errorCode, SocketEvents socketEvent)
        : base(monitor, address, socketEvent) => ErrorCode = errorCode;

    public ErrorCode ErrorCode { get; }
}
