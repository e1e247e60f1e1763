namespace NetMQ;

public class NetMQTimerEventArgs : EventArgs
{
    public NetMQTimerEventArgs(NetMQTimer timer) => Timer = timer;

    public NetMQTimer Timer { get; }
}
