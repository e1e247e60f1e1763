using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace OrleansGameState.Standins.Tests.Websocket;

/// <summary>The server's end of one connection.</summary>
internal sealed class PushConnection
{
    private readonly HttpContext _http;
    private readonly WebSocket _socket;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PushConnection(HttpContext http, WebSocket socket)
    {
        _http = http;
        _socket = socket;
        Header = http.Request.Headers["x-probe"].ToString();
        http.RequestAborted.Register(() => _ended.TrySetResult());
    }

    /// <summary>Completes when this connection is over.</summary>
    public Task Ended => _ended.Task;

    public string Header { get; }

    public Task Push(string text) => Push(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task Push(byte[] bytes, WebSocketMessageType type) =>
        _socket.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None).InTime();

    public Task PushPart(string text, bool endOfMessage) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage, CancellationToken.None).InTime();

    /// <summary>The next message of the client; a close comes as its reason.</summary>
    public async Task<(WebSocketMessageType Type, string Text)> Receive()
    {
        var buffer = new byte[64 * 1024];
        var result = await _socket.ReceiveAsync(buffer, CancellationToken.None).InTime();
        return result.MessageType == WebSocketMessageType.Close
            ? (result.MessageType, $"{result.CloseStatus}: {result.CloseStatusDescription}")
            : (result.MessageType, Encoding.UTF8.GetString(buffer, 0, result.Count));
    }

    /// <summary>Closes in due form, and waits for the client's answer.</summary>
    public async Task Close(WebSocketCloseStatus status, string reason)
    {
        await _socket.CloseAsync(status, reason, CancellationToken.None).InTime();
        _ended.TrySetResult();
    }

    /// <summary>Answers the client's close.</summary>
    public async Task AnswerClose()
    {
        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "bye", CancellationToken.None).InTime();
        _ended.TrySetResult();
    }

    /// <summary>Drops the connection without a word.</summary>
    public void Drop() => _http.Abort();
}
