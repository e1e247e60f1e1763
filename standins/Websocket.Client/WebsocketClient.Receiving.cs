using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace Websocket.Client;

/// <summary>What comes in, until the connection ends.</summary>
public sealed partial class WebsocketClient
{
    private const int ChunkBytes = 4096;

    private async Task Listen(ClientWebSocket client, CancellationToken cancellationToken)
    {
        Exception? cause = null;
        try
        {
            if (await ReceiveUntilClosed(client, cancellationToken))
            {
                await ClosedByServer(client, cancellationToken);
                return;
            }
        }
        catch (Exception exception)
        {
            // An observer's exception ends the connection too.
            cause = exception;
        }

        if (IsGivenUp(client) || !IsStarted)
        {
            return;
        }

        Log.Lost(_logger, cause, Name);
        if (LostReconnectTimeout is { } delay)
        {
            await Task.Delay(delay, cancellationToken);
        }

        await Reconnect(ReconnectionType.Lost, failFast: false, cause);
    }

    /// <returns>Whether the server closed in due form.</returns>
    private async Task<bool> ReceiveUntilClosed(ClientWebSocket client, CancellationToken cancellationToken)
    {
        var message = new ArrayBufferWriter<byte>(ChunkBytes);
        do
        {
            message.ResetWrittenCount();
            ValueWebSocketReceiveResult chunk;
            do
            {
                chunk = await client.ReceiveAsync(message.GetMemory(ChunkBytes), cancellationToken);
                message.Advance(chunk.Count);
            }
            while (!chunk.EndOfMessage);

            if (chunk.MessageType == WebSocketMessageType.Close)
            {
                return true;
            }

            NoteReceived();
            _messages.OnNext(ToMessage(chunk.MessageType, message.WrittenSpan));
        }
        while (client.State == WebSocketState.Open && !cancellationToken.IsCancellationRequested);

        return false;
    }

    private ResponseMessage ToMessage(WebSocketMessageType type, ReadOnlySpan<byte> bytes) =>
        type == WebSocketMessageType.Text && IsTextMessageConversionEnabled
            ? ResponseMessage.TextMessage(Encoding.GetString(bytes))
            : ResponseMessage.BinaryMessage(bytes.ToArray());

    private Encoding Encoding => MessageEncoding ?? Encoding.UTF8;

    private async Task ClosedByServer(ClientWebSocket client, CancellationToken cancellationToken)
    {
        if (!IsStarted || _stopping)
        {
            return;
        }

        _disconnections.OnNext(DisconnectionInfo.Create(DisconnectionType.ByServer, client, null));
        await Close(
            open => open.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "Closing", cancellationToken),
            failFast: false,
            staysStarted: IsReconnectionEnabled);
        if (IsReconnectionEnabled && !IsGivenUp(client))
        {
            await Reconnect(ReconnectionType.ByServer, failFast: false, null);
        }
    }

    /// <summary>Whether this connection is being left, or another has taken its place.</summary>
    private bool IsGivenUp(ClientWebSocket client) => _disposing || _reconnecting || _stopping || client != _client;
}
