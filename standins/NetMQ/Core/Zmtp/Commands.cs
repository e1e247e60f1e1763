using System.Buffers.Binary;
using System.Text;

namespace NetMQ.Core.Zmtp;

/// <summary>Commands: a name with its length, and what belongs to it.</summary>
internal static class Commands
{
    private const string SocketType = "Socket-Type";
    private const int PingContext = 16;

    public static ReadOnlySpan<byte> Ready => "READY"u8;

    public static ReadOnlySpan<byte> Ping => "PING"u8;

    public static ReadOnlySpan<byte> Subscribe => "SUBSCRIBE"u8;

    public static ReadOnlySpan<byte> Cancel => "CANCEL"u8;

    private static ReadOnlySpan<byte> Pong => "PONG"u8;

    /// <summary>A whole frame.</summary>
    public static byte[] WriteReady(string socketType)
    {
        var name = Encoding.ASCII.GetBytes(SocketType);
        var value = Encoding.ASCII.GetBytes(socketType);
        byte[] property = [(byte)name.Length, .. name, 0, 0, 0, (byte)value.Length, .. value];
        return Write(Ready, property);
    }

    /// <summary>A whole frame.</summary>
    /// <param name="lifetime">After which the peer is to give up, in tenths of a second; 0 for never.</param>
    public static byte[] WritePing(ushort lifetime)
    {
        Span<byte> body = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(body, lifetime);
        return Write(Ping, body);
    }

    /// <summary>The answer to a ping, as a whole frame, and the time it gave.</summary>
    public static byte[] WritePong(ReadOnlySpan<byte> ping, out TimeSpan lifetime)
    {
        if (ping.Length < sizeof(ushort))
        {
            throw new ProtocolViolationException("a PING that is too short");
        }

        lifetime = TimeSpan.FromMilliseconds(100L * BinaryPrimitives.ReadUInt16BigEndian(ping));
        var context = ping[sizeof(ushort)..];
        return Write(Pong, context[..Math.Min(context.Length, PingContext)]);
    }

    /// <summary>Separates a command's name from what belongs to it.</summary>
    /// <exception cref="ProtocolViolationException">It is none.</exception>
    public static ReadOnlySpan<byte> Name(ReadOnlySpan<byte> command, out ReadOnlySpan<byte> data)
    {
        if (command.IsEmpty || command[0] == 0 || command.Length < command[0] + 1)
        {
            throw new ProtocolViolationException("a malformed command");
        }

        data = command[(command[0] + 1)..];
        return command.Slice(1, command[0]);
    }

    /// <summary>The type of socket that a READY tells of.</summary>
    /// <exception cref="ProtocolViolationException">Something else came, or it tells none.</exception>
    public static string ReadReady(Frame frame)
    {
        if (!frame.IsCommand || !Name(frame.Body, out var data).SequenceEqual(Ready))
        {
            throw new ProtocolViolationException("something else than READY");
        }

        string? socketType = null;
        while (!data.IsEmpty)
        {
            var name = Encoding.ASCII.GetString(Take(ref data, Take(ref data, 1)[0]));
            var length = BinaryPrimitives.ReadUInt32BigEndian(Take(ref data, sizeof(uint)));
            var value = Take(ref data, length);
            if (name.Equals(SocketType, StringComparison.OrdinalIgnoreCase))
            {
                socketType = Encoding.ASCII.GetString(value);
            }
        }

        return socketType ?? throw new ProtocolViolationException("a READY without a socket type");
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> data, uint length)
    {
        if (length > data.Length)
        {
            throw new ProtocolViolationException("a READY that is cut off");
        }

        var taken = data[..(int)length];
        data = data[(int)length..];
        return taken;
    }

    private static byte[] Write(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        byte[] body = [(byte)name.Length, .. name, .. data];
        var frame = new byte[FrameHeader.SizeOnWire(body.Length)];
        FrameHeader.Write(frame, FrameFlags.Command, body);
        return frame;
    }
}
