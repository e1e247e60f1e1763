namespace NetMQ.Core.Zmtp;

/// <summary>What one peer may cost. The package knows no such limits; a peer that goes beyond loses its connection.</summary>
internal static class Limits
{
    /// <summary>Bytes of one frame, either way.</summary>
    public const int Frame = 1024 * 1024;

    /// <summary>Bytes of all frames of one message.</summary>
    public const int Message = 4 * Frame;

    /// <summary>Frames of one message.</summary>
    public const int Parts = 1024;

    /// <summary>Bytes of one command.</summary>
    public const int Command = 64 * 1024;

    /// <summary>Bytes of all topics that one peer has subscribed to, each counted with its own cost.</summary>
    public const int Topics = 1024 * 1024;

    /// <summary>Bytes that wait for one peer, or came from it and wait for the application.</summary>
    public const int Queued = 64 * Frame;

    /// <summary>Answers to a peer's pings that wait because it does not read.</summary>
    public const int Pongs = 16;

    /// <summary>Until greeting and READY must have come.</summary>
    public static readonly TimeSpan Handshake = TimeSpan.FromSeconds(30);
}
