namespace NetMQ.Core.Zmtp;

internal readonly record struct Frame(FrameFlags Flags, byte[] Body)
{
    public bool HasMore => (Flags & FrameFlags.More) != 0;

    public bool IsCommand => (Flags & FrameFlags.Command) != 0;
}
