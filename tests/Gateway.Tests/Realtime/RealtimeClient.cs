using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace OrleansGameState.Gateway.Tests.Realtime;

/// <summary>A WebSocket client of /realtime.</summary>
internal sealed class RealtimeClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _patience = new(GatewayHost.Patience);

    public static async Task<RealtimeClient> Connect(GatewayHost host, string? origin = null)
    {
        var client = new RealtimeClient();
        if (origin is not null)
        {
            client._socket.Options.SetRequestHeader("Origin", origin);
        }

        await client._socket.ConnectAsync(new UriBuilder(host.Http) { Scheme = "ws", Path = "/realtime" }.Uri, client._patience.Token);
        return client;
    }

    public Task Send(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, _patience.Token);

    public Task SendPart(byte[] bytes, WebSocketMessageType type, bool last) => _socket.SendAsync(bytes, type, last, _patience.Token);

    public async Task<JsonElement> Receive()
    {
        var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult result;
        do
        {
            result = await _socket.ReceiveAsync(buffer, _patience.Token);
            message.Write(buffer, 0, result.Count);
        }
        while (!result.EndOfMessage);
        Assert.Equal(WebSocketMessageType.Text, result.MessageType);
        return JsonDocument.Parse(message.ToArray()).RootElement;
    }

    public async Task<JsonElement> Ask(string text)
    {
        await Send(text);
        return await Receive();
    }

    /// <summary>Reads until the server closes.</summary>
    public async Task<WebSocketCloseStatus?> ReceiveClose()
    {
        var buffer = new byte[16 * 1024];
        while ((await _socket.ReceiveAsync(buffer, _patience.Token)).MessageType != WebSocketMessageType.Close)
        {
        }

        return _socket.CloseStatus;
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        _patience.Dispose();
        await Task.CompletedTask;
    }
}
