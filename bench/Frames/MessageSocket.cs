using System.Net.WebSockets;
using System.Text;

namespace OrleansGameState.Bench.Frames;

/// <summary>A WebSocket client that reads whole messages.</summary>
internal sealed class MessageSocket : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private readonly ClientWebSocket _socket = new();
    private byte[] _buffer = new byte[1 << 16];

    public async Task ConnectAsync(string address)
    {
        using var bound = new CancellationTokenSource(Bound);
        await _socket.ConnectAsync(new(address), bound.Token);
    }

    public ValueTask SendAsync(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, true, default);

    /// <summary>The next message; its bytes hold until the one after is read.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            if (length == _buffer.Length)
            {
                Array.Resize(ref _buffer, length * 2);
            }

            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            length += part.Count;
            if (part.EndOfMessage)
            {
                return part.MessageType == WebSocketMessageType.Close ? throw new IOException("The server closed the WebSocket.") : _buffer.AsMemory(0, length);
            }
        }
    }

    public void Dispose() => _socket.Dispose();
}
