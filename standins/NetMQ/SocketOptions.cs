using System.Net.Sockets;
using NetMQ.Core.Zmtp;

namespace NetMQ;

/// <summary>Settings of a socket. Set them before binding and connecting: they hold for what is bound and connected after.</summary>
public class SocketOptions
{
    private int _sendHighWatermark = 1000;
    private int _receiveHighWatermark = 1000;
    private long _maxMsgSize = -1;
    private TimeSpan _reconnectInterval = TimeSpan.FromMilliseconds(100);
    private TimeSpan _reconnectIntervalMax;

    internal SocketOptions(TimeSpan linger) => Linger = linger;

    /// <summary>How long a closed publisher goes on sending what waits; negative: until it is sent.</summary>
    public TimeSpan Linger { get; set; }

    /// <summary>How many messages may wait for one subscriber; what comes then is dropped for it.</summary>
    /// <exception cref="InvalidException">Less than one: the stand-in has no queue without an end.</exception>
    public int SendHighWatermark
    {
        get => _sendHighWatermark;
        set => _sendHighWatermark = Bounded(value);
    }

    /// <summary>How many messages of one address may wait to be received; the senders have to wait then.</summary>
    /// <exception cref="InvalidException">Less than one: the stand-in has no queue without an end.</exception>
    public int ReceiveHighWatermark
    {
        get => _receiveHighWatermark;
        set => _receiveHighWatermark = Bounded(value);
    }

    /// <summary>The longest frame in bytes that is received; who sends a longer one is disconnected. Negative: 1 MiB.</summary>
    /// <exception cref="InvalidException">More than 1 MiB.</exception>
    public long MaxMsgSize
    {
        get => _maxMsgSize;
        set => _maxMsgSize = value <= Limits.Frame ? value : throw new InvalidException($"MaxMsgSize: the stand-in receives no frame over {Limits.Frame} bytes.");
    }

    /// <summary>How long to wait before connecting again; negative: never again.</summary>
    public TimeSpan ReconnectInterval
    {
        get => _reconnectInterval;
        set => _reconnectInterval = value >= TimeSpan.FromMilliseconds(-1) ? value : throw new InvalidException("ReconnectInterval: -1 ms or more.");
    }

    /// <summary>Up to which the interval doubles with each failure; zero: it stays the same.</summary>
    public TimeSpan ReconnectIntervalMax
    {
        get => _reconnectIntervalMax;
        set => _reconnectIntervalMax = value >= TimeSpan.Zero ? value : throw new InvalidException("ReconnectIntervalMax: zero or more.");
    }

    /// <summary>How many connections may wait to be accepted.</summary>
    public int Backlog { get; set; } = 100;

    /// <summary>Bytes that the operating system keeps for sending; zero: its own choice.</summary>
    public int SendBuffer { get; set; }

    /// <summary>Bytes that the operating system keeps of what was received; zero: its own choice.</summary>
    public int ReceiveBuffer { get; set; }

    public bool TcpKeepalive { get; set; }

    /// <summary>Unanswered probes until the connection is given up; -1: the system's default.</summary>
    public int TcpKeepaliveCnt { get; set; } = -1;

    /// <summary>Silence until the first probe, in whole seconds; -1 ms: the system's default.</summary>
    public TimeSpan TcpKeepaliveIdle { get; set; } = TimeSpan.FromMilliseconds(-1);

    /// <summary>Between probes, in whole seconds; -1 ms: the system's default.</summary>
    public TimeSpan TcpKeepaliveInterval { get; set; } = TimeSpan.FromMilliseconds(-1);

    /// <summary>How often a PING is sent; zero: never.</summary>
    public TimeSpan HeartbeatInterval { get; set; }

    /// <summary>How long the peer may be silent after a PING; negative: as long as the interval.</summary>
    public TimeSpan HeartbeatTimeout { get; set; } = TimeSpan.FromMilliseconds(-1);

    /// <summary>What the peer is told about how long it should wait for the next PING; zero: nothing.</summary>
    public TimeSpan HeartbeatTtl { get; set; }

    /// <summary>The address that was bound or connected last, with the port that was chosen.</summary>
    public string? LastEndpoint { get; internal set; }

    /// <summary>Whether the frame received last has others after it.</summary>
    public bool ReceiveMore { get; internal set; }

    /// <summary>Bytes.</summary>
    internal long FrameLimit => _maxMsgSize < 0 ? Limits.Frame : _maxMsgSize;

    internal void ApplyTo(Socket tcp)
    {
        tcp.NoDelay = true;
        if (SendBuffer > 0)
        {
            tcp.SendBufferSize = SendBuffer;
        }

        if (ReceiveBuffer > 0)
        {
            tcp.ReceiveBufferSize = ReceiveBuffer;
        }

        if (TcpKeepalive)
        {
            tcp.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            Apply(tcp, SocketOptionName.TcpKeepAliveTime, (int)TcpKeepaliveIdle.TotalSeconds);
            Apply(tcp, SocketOptionName.TcpKeepAliveInterval, (int)TcpKeepaliveInterval.TotalSeconds);
            Apply(tcp, SocketOptionName.TcpKeepAliveRetryCount, TcpKeepaliveCnt);
        }
    }

    private static void Apply(Socket tcp, SocketOptionName name, int value)
    {
        if (value > 0)
        {
            tcp.SetSocketOption(SocketOptionLevel.Tcp, name, value);
        }
    }

    private static int Bounded(int value) =>
        value > 0 ? value : throw new InvalidException("A high-water mark of the stand-in is 1 or more: its queues all have an end.");
}
