namespace NetMQ;

/// <summary>What a socket is, or would be, ready for.</summary>
[Flags]
public enum PollEvents
{
    None = 0,
    PollIn = 1,
    PollOut = 2,
    PollError = 4,
}
