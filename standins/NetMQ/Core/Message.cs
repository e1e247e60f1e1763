namespace NetMQ.Core;

/// <summary>A whole message; most have one frame, and cost nothing beside it.</summary>
internal readonly record struct Message(byte[] First, List<byte[]>? Others)
{
    public int FrameCount => 1 + (Others?.Count ?? 0);

    public byte[] this[int index] => index == 0 ? First : Others![index - 1];

    /// <summary>Bytes.</summary>
    public long Size => First.Length + (Others?.Sum(frame => (long)frame.Length) ?? 0);
}
