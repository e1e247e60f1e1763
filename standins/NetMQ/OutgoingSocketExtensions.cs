namespace NetMQ;

/// <summary>Frames and messages into a socket. A publisher never waits: where a subscriber is too slow, it is left out.</summary>
public static class OutgoingSocketExtensions
{
    public static void Send(this IOutgoingSocket socket, ref Msg msg, bool more) =>
        socket.TrySend(ref msg, SendReceiveConstants.InfiniteTimeout, more);

    public static void SendFrame(this IOutgoingSocket socket, byte[] data, bool more = false) => socket.SendFrame(data, data.Length, more);

    public static void SendFrame(this IOutgoingSocket socket, byte[] data, int length, bool more = false) =>
        socket.TrySendFrame(SendReceiveConstants.InfiniteTimeout, data, length, more);

    public static void SendFrame(this IOutgoingSocket socket, string message, bool more = false) =>
        socket.SendFrame(SendReceiveConstants.DefaultEncoding.GetBytes(message), more);

    public static void SendFrameEmpty(this IOutgoingSocket socket, bool more = false) => socket.SendFrame([], more);

    public static IOutgoingSocket SendMoreFrame(this IOutgoingSocket socket, byte[] data) => socket.SendMoreFrame(data, data.Length);

    public static IOutgoingSocket SendMoreFrame(this IOutgoingSocket socket, byte[] data, int length)
    {
        socket.SendFrame(data, length, more: true);
        return socket;
    }

    public static IOutgoingSocket SendMoreFrame(this IOutgoingSocket socket, string message)
    {
        socket.SendFrame(message, more: true);
        return socket;
    }

    public static IOutgoingSocket SendMoreFrameEmpty(this IOutgoingSocket socket) => socket.SendMoreFrame([], 0);

    public static bool TrySendFrame(this IOutgoingSocket socket, byte[] data, bool more = false) =>
        socket.TrySendFrame(TimeSpan.Zero, data, data.Length, more);

    public static bool TrySendFrame(this IOutgoingSocket socket, byte[] data, int length, bool more = false) =>
        socket.TrySendFrame(TimeSpan.Zero, data, length, more);

    public static bool TrySendFrame(this IOutgoingSocket socket, TimeSpan timeout, byte[] data, bool more = false) =>
        socket.TrySendFrame(timeout, data, data.Length, more);

    public static bool TrySendFrame(this IOutgoingSocket socket, TimeSpan timeout, byte[] data, int length, bool more = false)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, data.Length);
        var msg = new Msg();
        msg.InitGC(data, length);
        var sent = socket.TrySend(ref msg, timeout, more);
        msg.Close();
        return sent;
    }

    public static bool TrySendFrame(this IOutgoingSocket socket, string message, bool more = false) =>
        socket.TrySendFrame(TimeSpan.Zero, message, more);

    public static bool TrySendFrame(this IOutgoingSocket socket, TimeSpan timeout, string message, bool more = false) =>
        socket.TrySendFrame(timeout, SendReceiveConstants.DefaultEncoding.GetBytes(message), more);

    public static void SendMultipartBytes(this IOutgoingSocket socket, params byte[][] frames) =>
        socket.SendMultipartBytes((IEnumerable<byte[]>)frames);

    public static void SendMultipartBytes(this IOutgoingSocket socket, IEnumerable<byte[]> frames) =>
        socket.SendMultipartMessage(new NetMQMessage(frames));

    /// <exception cref="ArgumentException">There is no frame in the message.</exception>
    public static void SendMultipartMessage(this IOutgoingSocket socket, NetMQMessage message) =>
        socket.TrySendMultipartMessage(SendReceiveConstants.InfiniteTimeout, message);

    public static bool TrySendMultipartMessage(this IOutgoingSocket socket, NetMQMessage message) =>
        socket.TrySendMultipartMessage(TimeSpan.Zero, message);

    /// <remarks><paramref name="timeout" />: For the first frame; the others go with it.</remarks>
    /// <exception cref="ArgumentException">There is no frame in the message.</exception>
    public static bool TrySendMultipartMessage(this IOutgoingSocket socket, TimeSpan timeout, NetMQMessage message)
    {
        if (message.IsEmpty)
        {
            throw new ArgumentException("message is empty", nameof(message));
        }

        var last = message.FrameCount - 1;
        if (!socket.TrySendFrame(timeout, message[0].Buffer, message[0].MessageSize, more: last > 0))
        {
            return false;
        }

        for (var index = 1; index <= last; index++)
        {
            socket.SendFrame(message[index].Buffer, message[index].MessageSize, more: index < last);
        }

        return true;
    }
}
