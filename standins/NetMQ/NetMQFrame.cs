using System.Buffers.Binary;
using System.Text;

namespace NetMQ;

/// <summary>One part of a message.</summary>
public class NetMQFrame : IEquatable<NetMQFrame>, IEquatable<byte[]>
{
    private int _messageSize;

    /// <summary>A frame of the array itself, not of a copy.</summary>
    public NetMQFrame(byte[]? buffer)
    {
        Buffer = buffer ?? [];
        _messageSize = Buffer.Length;
    }

    /// <summary>A frame of the first bytes of an array.</summary>
    public NetMQFrame(byte[] buffer, int length)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, buffer.Length);
        Buffer = buffer;
        _messageSize = length;
    }

    /// <summary>A frame of ASCII text; what is not ASCII becomes a question mark.</summary>
    public NetMQFrame(string message) : this(Encoding.ASCII.GetBytes(message))
    {
    }

    public NetMQFrame(string message, Encoding encoding) : this(encoding.GetBytes(message))
    {
    }

    public NetMQFrame(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Buffer = new byte[length];
        _messageSize = length;
    }

    public static NetMQFrame Empty => new(0);

    public byte[] Buffer { get; }

    public int BufferSize => Buffer.Length;

    /// <summary>How many of the buffer's bytes belong to the frame.</summary>
    public int MessageSize
    {
        get => _messageSize;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, BufferSize);
            _messageSize = value;
        }
    }

    public bool IsEmpty => MessageSize == 0;

    public static bool operator ==(NetMQFrame? one, NetMQFrame? other) => one is null ? other is null : one.Equals(other);

    public static bool operator !=(NetMQFrame? one, NetMQFrame? other) => !(one == other);

    public static NetMQFrame Copy(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        return new NetMQFrame([.. buffer]);
    }

    public static NetMQFrame Copy(NetMQFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return new NetMQFrame([.. frame.Buffer], frame.MessageSize);
    }

    public NetMQFrame Duplicate() => Copy(this);

    public string ConvertToString() => Encoding.ASCII.GetString(AsSpan());

    public string ConvertToString(Encoding encoding) => encoding.GetString(AsSpan());

    public int ConvertToInt32() => BinaryPrimitives.ReadInt32BigEndian(Buffer);

    public long ConvertToInt64() => BinaryPrimitives.ReadInt64BigEndian(Buffer);

    /// <summary>The frame's bytes: the buffer itself, unless a copy is asked for and the frame is shorter.</summary>
    public byte[] ToByteArray(bool copy = false) => copy && MessageSize != BufferSize ? AsSpan().ToArray() : Buffer;

    public ReadOnlySpan<byte> AsSpan() => Buffer.AsSpan(0, MessageSize);

    public bool Equals(byte[]? other) => other is not null && AsSpan().SequenceEqual(other);

    public bool Equals(NetMQFrame? other) => other is not null && AsSpan().SequenceEqual(other.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as NetMQFrame);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(AsSpan());
        return hash.ToHashCode();
    }
}
