using System.Net.WebSockets;
using System.Threading.Channels;

namespace Websocket.Client;

/// <summary>What goes out, in order.</summary>
public sealed partial class WebsocketClient
{
    private readonly Channel<Outgoing> _outbox =
        Channel.CreateUnbounded<Outgoing>(new UnboundedChannelOptions { SingleReader = true });

    private int _senders;

    public bool Send(string message) => _outbox.Writer.TryWrite(new(Required(message, nameof(message)), null));

    public bool Send(byte[] message) => _outbox.Writer.TryWrite(new(null, Required(message, nameof(message))));

    public Task SendInstant(string message) => Send(new Outgoing(Required(message, nameof(message)), null));

    public Task SendInstant(byte[] message) => Send(new Outgoing(null, Required(message, nameof(message))));

    private void StartSender()
    {
        // A client that is stopped and started again goes on with the sender it has.
        if (Interlocked.CompareExchange(ref _senders, 1, 0) == 0)
        {
            _ = Task.Run(SendQueued);
        }
    }

    private async Task SendQueued()
    {
        await foreach (var message in _outbox.Reader.ReadAllAsync())
        {
            try
            {
                await Send(message);
            }
            catch (Exception exception)
            {
                Log.SendFailed(_logger, exception, Name);
            }
        }
    }

    private async Task Send(Outgoing message)
    {
        await _turn.WaitAsync();
        try
        {
            var bytes = message.Bytes ?? Encoding.GetBytes(message.Text!);
            if (_client is not { State: WebSocketState.Open } client)
            {
                Log.Dropped(_logger, Name, bytes.Length);
                return;
            }

            var type = message.Bytes is null ? WebSocketMessageType.Text : WebSocketMessageType.Binary;
            await client.SendAsync(bytes.AsMemory(), type, endOfMessage: true, _connection?.Token ?? CancellationToken.None);
        }
        finally
        {
            _turn.Release();
        }
    }

    private readonly record struct Outgoing(string? Text, byte[]? Bytes);
}
