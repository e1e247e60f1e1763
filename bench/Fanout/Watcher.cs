using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OrleansGameState.Bench.Fanout;

/// <summary>One WebSocket client on a bare socket: cheap enough that a thousand of them do not distort what they measure.</summary>
internal sealed class Watcher : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly SocketAsyncEventArgs _receive = new();
    private readonly FrameReader _frames = new();
    private readonly Action<long> _arrived;

    /// <param name="arrived">Called with the instant of each message.</param>
    public Watcher(Action<long> arrived)
    {
        _arrived = arrived;
        _receive.SetBuffer(new byte[16 * 1024]);
        _receive.Completed += (_, _) => Pump();
    }

    public long LastSize => _frames.LastSize;

    public void Connect(int port, string path, string? hello)
    {
        _socket.Connect(IPAddress.Loopback, port);
        _socket.Send(Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"));
        ReadUpgrade();
        if (hello is not null)
        {
            _socket.Send(Masked(hello));
        }

        if (!_socket.ReceiveAsync(_receive))
        {
            Pump();
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _receive.Dispose();
    }

    private void Pump()
    {
        do
        {
            if (_receive.BytesTransferred == 0 || _receive.SocketError != SocketError.Success)
            {
                return;
            }

            var at = Stopwatch.GetTimestamp();
            for (var messages = _frames.Feed(_receive.MemoryBuffer.Span[.._receive.BytesTransferred]); messages > 0; messages--)
            {
                _arrived(at);
            }
        }
        while (!_socket.ReceiveAsync(_receive));
    }

    // One byte at a time, so as not to take what follows.
    private void ReadUpgrade()
    {
        var head = new List<byte>();
        Span<byte> one = stackalloc byte[1];
        while (head.Count < 4 || !head.TakeLast(4).SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (_socket.Receive(one) == 0)
            {
                break;
            }

            head.Add(one[0]);
        }

        var answer = Encoding.ASCII.GetString([.. head]);
        if (!answer.StartsWith("HTTP/1.1 101", StringComparison.Ordinal))
        {
            throw new IOException($"No WebSocket: {answer}");
        }
    }

    // A mask of zeros leaves the content as it is.
    private static byte[] Masked(string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        return [0x81, (byte)(0x80 | content.Length), 0, 0, 0, 0, .. content];
    }
}
