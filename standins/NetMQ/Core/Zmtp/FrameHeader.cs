using System.Buffers.Binary;

namespace NetMQ.Core.Zmtp;

/// <summary>What comes before a frame's body: flags, and its length in one byte or eight.</summary>
internal readonly record struct FrameHeader(FrameFlags Flags, int Size, int Length)
{
    private const int ShortSize = 2;
    private const int LongSize = 9;
    private const FrameFlags Known = FrameFlags.More | FrameFlags.Long | FrameFlags.Command;

    /// <summary>False where more bytes are needed.</summary>
    /// <remarks><paramref name="limit" />: The longest message frame that is accepted.</remarks>
    /// <exception cref="ProtocolViolationException">No such frame is accepted.</exception>
    public static bool TryRead(ReadOnlySpan<byte> bytes, long limit, out FrameHeader header)
    {
        header = default;
        if (bytes.IsEmpty)
        {
            return false;
        }

        var flags = Checked((FrameFlags)bytes[0]);
        var isLong = (flags & FrameFlags.Long) != 0;
        var size = isLong ? LongSize : ShortSize;
        if (bytes.Length < size)
        {
            return false;
        }

        var length = isLong ? BinaryPrimitives.ReadUInt64BigEndian(bytes[1..]) : bytes[1];
        if (length > (ulong)((flags & FrameFlags.Command) != 0 ? Math.Min(limit, Limits.Command) : limit))
        {
            throw new ProtocolViolationException($"a frame of {length} bytes");
        }

        header = new FrameHeader(flags, size, (int)length);
        return true;
    }

    /// <summary>Bytes that a frame of such a body takes on the wire.</summary>
    public static int SizeOnWire(int length) => length + (length > byte.MaxValue ? LongSize : ShortSize);

    /// <summary>Writes header and body; gives the bytes written.</summary>
    public static int Write(Span<byte> target, FrameFlags flags, ReadOnlySpan<byte> body)
    {
        var size = SizeOnWire(body.Length) - body.Length;
        if (size == LongSize)
        {
            target[0] = (byte)(flags | FrameFlags.Long);
            BinaryPrimitives.WriteUInt64BigEndian(target[1..], (ulong)body.Length);
        }
        else
        {
            target[0] = (byte)flags;
            target[1] = (byte)body.Length;
        }

        body.CopyTo(target[size..]);
        return size + body.Length;
    }

    private static FrameFlags Checked(FrameFlags flags)
    {
        var commandWithMore = (flags & (FrameFlags.Command | FrameFlags.More)) == (FrameFlags.Command | FrameFlags.More);
        return (flags & ~Known) != 0 || commandWithMore
            ? throw new ProtocolViolationException($"a frame with flags {(byte)flags:x2}")
            : flags;
    }
}
