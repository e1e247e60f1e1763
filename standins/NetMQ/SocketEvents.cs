namespace NetMQ;

/// <summary>What a monitor tells of a socket's connections.</summary>
[Flags]
public enum SocketEvents
{
    /// <summary>A connection was made (TCP; the greeting comes after).</summary>
    Connected = 1,

    /// <summary>A connection is being made.</summary>
    ConnectDelayed = 2,

    /// <summary>A connection will be tried again.</summary>
    ConnectRetried = 4,

    Listening = 8,
    BindFailed = 16,
    Accepted = 32,
    AcceptFailed = 64,

    /// <summary>What listened no longer does, or a connection could not be made.</summary>
    Closed = 128,

    CloseFailed = 256,

    /// <summary>A connection that was made or accepted has ended.</summary>
    Disconnected = 512,

    All = Connected | ConnectDelayed | ConnectRetried | Listening | BindFailed | Accepted | AcceptFailed | Closed | CloseFailed | Disconnected,
}
