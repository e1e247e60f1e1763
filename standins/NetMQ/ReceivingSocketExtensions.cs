using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace NetMQ;

/// <summary>Frames and messages from a socket. What has no time waits for ever; a <c>Try</c> without one does not wait.</summary>
public static class ReceivingSocketExtensions
{
    public static void Receive(this IReceivingSocket socket, ref Msg msg) =>
        socket.TryReceive(ref msg, SendReceiveConstants.InfiniteTimeout);

    public static byte[] ReceiveFrameBytes(this IReceivingSocket socket) => socket.ReceiveFrameBytes(out _);

    public static byte[] ReceiveFrameBytes(this IReceivingSocket socket, out bool more)
    {
        socket.TryReceiveFrameBytes(SendReceiveConstants.InfiniteTimeout, out var bytes, out more);
        return bytes!;
    }

    public static bool TryReceiveFrameBytes(this IReceivingSocket socket, [NotNullWhen(true)] out byte[]? bytes) =>
        socket.TryReceiveFrameBytes(TimeSpan.Zero, out bytes, out _);

    public static bool TryReceiveFrameBytes(this IReceivingSocket socket, [NotNullWhen(true)] out byte[]? bytes, out bool more) =>
        socket.TryReceiveFrameBytes(TimeSpan.Zero, out bytes, out more);

    public static bool TryReceiveFrameBytes(this IReceivingSocket socket, TimeSpan timeout, [NotNullWhen(true)] out byte[]? bytes) =>
        socket.TryReceiveFrameBytes(timeout, out bytes, out _);

    public static bool TryReceiveFrameBytes(this IReceivingSocket socket, TimeSpan timeout, [NotNullWhen(true)] out byte[]? bytes, out bool more)
    {
        var msg = new Msg();
        msg.InitEmpty();
        var received = socket.TryReceive(ref msg, timeout);
        bytes = received ? msg.Take() : null;
        more = received && msg.HasMore;
        msg.Close();
        return received;
    }

    public static string ReceiveFrameString(this IReceivingSocket socket) => socket.ReceiveFrameString(out _);

    public static string ReceiveFrameString(this IReceivingSocket socket, out bool more) =>
        socket.ReceiveFrameString(SendReceiveConstants.DefaultEncoding, out more);

    public static string ReceiveFrameString(this IReceivingSocket socket, Encoding encoding) => socket.ReceiveFrameString(encoding, out _);

    public static string ReceiveFrameString(this IReceivingSocket socket, Encoding encoding, out bool more) =>
        encoding.GetString(socket.ReceiveFrameBytes(out more));

    public static bool TryReceiveFrameString(this IReceivingSocket socket, [NotNullWhen(true)] out string? frameString) =>
        socket.TryReceiveFrameString(TimeSpan.Zero, out frameString, out _);

    public static bool TryReceiveFrameString(this IReceivingSocket socket, [NotNullWhen(true)] out string? frameString, out bool more) =>
        socket.TryReceiveFrameString(TimeSpan.Zero, out frameString, out more);

    public static bool TryReceiveFrameString(this IReceivingSocket socket, TimeSpan timeout, [NotNullWhen(true)] out string? frameString) =>
        socket.TryReceiveFrameString(timeout, out frameString, out _);

    public static bool TryReceiveFrameString(this IReceivingSocket socket, TimeSpan timeout, [NotNullWhen(true)] out string? frameString, out bool more) =>
        socket.TryReceiveFrameString(timeout, SendReceiveConstants.DefaultEncoding, out frameString, out more);

    public static bool TryReceiveFrameString(
        this IReceivingSocket socket, TimeSpan timeout, Encoding encoding, [NotNullWhen(true)] out string? frameString, out bool more)
    {
        var received = socket.TryReceiveFrameBytes(timeout, out var bytes, out more);
        frameString = received ? encoding.GetString(bytes!) : null;
        return received;
    }

    public static List<byte[]> ReceiveMultipartBytes(this IReceivingSocket socket, int expectedFrameCount = 4)
    {
        List<byte[]>? frames = null;
        socket.TryReceiveMultipartBytes(SendReceiveConstants.InfiniteTimeout, ref frames, expectedFrameCount);
        return frames!;
    }

    public static bool TryReceiveMultipartBytes(
        this IReceivingSocket socket, [NotNullWhen(true)] ref List<byte[]>? frames, int expectedFrameCount = 4) =>
        socket.TryReceiveMultipartBytes(TimeSpan.Zero, ref frames, expectedFrameCount);

    /// <remarks><paramref name="frames" />: Emptied and filled; made where there is none.</remarks>
    public static bool TryReceiveMultipartBytes(
        this IReceivingSocket socket, TimeSpan timeout, [NotNullWhen(true)] ref List<byte[]>? frames, int expectedFrameCount = 4)
    {
        if (!socket.TryReceiveFrameBytes(timeout, out var frame, out var more))
        {
            return false;
        }

        frames ??= new List<byte[]>(expectedFrameCount);
        frames.Clear();
        frames.Add(frame);
        while (more)
        {
            frames.Add(socket.ReceiveFrameBytes(out more));
        }

        return true;
    }

    public static List<string> ReceiveMultipartStrings(this IReceivingSocket socket, int expectedFrameCount = 4) =>
        socket.ReceiveMultipartStrings(SendReceiveConstants.DefaultEncoding, expectedFrameCount);

    public static List<string> ReceiveMultipartStrings(this IReceivingSocket socket, Encoding encoding, int expectedFrameCount = 4) =>
        [.. socket.ReceiveMultipartBytes(expectedFrameCount).Select(encoding.GetString)];

    public static NetMQMessage ReceiveMultipartMessage(this IReceivingSocket socket, int expectedFrameCount = 4)
    {
        NetMQMessage? message = null;
        socket.TryReceiveMultipartMessage(SendReceiveConstants.InfiniteTimeout, ref message, expectedFrameCount);
        return message!;
    }

    public static bool TryReceiveMultipartMessage(
        this IReceivingSocket socket, [NotNullWhen(true)] ref NetMQMessage? message, int expectedFrameCount = 4) =>
        socket.TryReceiveMultipartMessage(TimeSpan.Zero, ref message, expectedFrameCount);

    /// <remarks><paramref name="message" />: Emptied and filled; made where there is none; left alone where nothing came.</remarks>
    public static bool TryReceiveMultipartMessage(
        this IReceivingSocket socket, TimeSpan timeout, [NotNullWhen(true)] ref NetMQMessage? message, int expectedFrameCount = 4)
    {
        if (!socket.TryReceiveFrameBytes(timeout, out var frame, out var more))
        {
            return false;
        }

        message ??= new NetMQMessage(expectedFrameCount);
        message.Clear();
        message.Append(frame);
        while (more)
        {
            message.Append(socket.ReceiveFrameBytes(out more));
        }

        return true;
    }

    public static void SkipFrame(this IReceivingSocket socket) => socket.SkipFrame(out _);

    public static void SkipFrame(this IReceivingSocket socket, out bool more) => socket.ReceiveFrameBytes(out more);

    public static bool TrySkipFrame(this IReceivingSocket socket) => socket.TrySkipFrame(TimeSpan.Zero, out _);

    public static bool TrySkipFrame(this IReceivingSocket socket, TimeSpan timeout, out bool more) =>
        socket.TryReceiveFrameBytes(timeout, out _, out more);

    public static void SkipMultipartMessage(this IReceivingSocket socket)
    {
        bool more;
        do
        {
            socket.SkipFrame(out more);
        }
        while (more);
    }
}
