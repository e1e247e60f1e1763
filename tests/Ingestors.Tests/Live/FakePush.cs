using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OrleansGameState.Ingestors.Tests.Live;

/// <summary>A push service on a real socket: greets, echoes subscriptions, and does what a test tells it to.</summary>
internal sealed class FakePush : IAsyncDisposable
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;
    private readonly Channel<string> _received = Channel.CreateUnbounded<string>();
    private readonly Channel<string> _connections = Channel.CreateUnbounded<string>();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly ConcurrentDictionary<WebSocket, byte> _sockets = new();

    private FakePush(WebApplication app) => _app = app;

    public string Url => $"{_app.Urls.First().Replace("http", "ws", StringComparison.Ordinal)}/streaming";

    /// <summary>What the echo says instead of what was asked for; null where it is honest.</summary>
    public string? Echo { get; set; }

    public static async Task<FakePush> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var push = new FakePush(app);
        app.UseWebSockets();
        app.Map("/streaming", push.Serve);
        await app.StartAsync();
        return push;
    }

    /// <summary>The query of the next connection.</summary>
    public async Task<string> Connected() => await _connections.Reader.ReadAsync().AsTask().WaitAsync(Safety);

    /// <summary>The next frame that the client sent.</summary>
    public async Task<string> Received() => await _received.Reader.ReadAsync().AsTask().WaitAsync(Safety);

    /// <summary>Tells everybody who is connected.</summary>
    public async Task Send(params string[] frames)
    {
        foreach (var frame in frames)
        {
            await Send(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text);
        }
    }

    /// <summary>Tells everybody who is connected.</summary>
    public async Task Send(byte[] bytes, WebSocketMessageType type)
    {
        foreach (var socket in _sockets.Keys.Where(socket => socket.State == WebSocketState.Open))
        {
            await Send(socket, bytes, type);
        }
    }

    /// <summary>Cuts the connections without a word.</summary>
    public void Drop()
    {
        foreach (var socket in _sockets.Keys)
        {
            socket.Abort();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Drop();
        await _app.DisposeAsync();
        _sending.Dispose();
    }

    private async Task Serve(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await Send(socket, """{"connected":"true","service":"push","type":"connectionStateChanged"}"""u8.ToArray(), WebSocketMessageType.Text);
        _sockets.TryAdd(socket, 0);
        _connections.Writer.TryWrite(context.Request.QueryString.Value ?? "");
        var buffer = new byte[16 * 1024];
        try
        {
            while (await socket.ReceiveAsync(buffer, context.RequestAborted) is { MessageType: not WebSocketMessageType.Close } message)
            {
                var text = Encoding.UTF8.GetString(buffer, 0, message.Count);
                await Send(socket, Encoding.UTF8.GetBytes(Echo ?? EchoOf(text)), WebSocketMessageType.Text);
                _received.Writer.TryWrite(text);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // Dropped, or the test is over.
        }

        _sockets.TryRemove(socket, out _);
    }

    private async Task Send(WebSocket socket, byte[] bytes, WebSocketMessageType type)
    {
        await _sending.WaitAsync();
        try
        {
            await socket.SendAsync(bytes, type, true, default);
        }
        finally
        {
            _sending.Release();
        }
    }

    private static string EchoOf(string subscribe)
    {
        using var frame = JsonDocument.Parse(subscribe);
        var (worlds, names) = (frame.RootElement.GetProperty("worlds").GetRawText(), frame.RootElement.GetProperty("eventNames").GetRawText());
        return $$$"""{"subscription":{"characterCount":0,"eventNames":{{{names}}},"logicalAndCharactersWithWorlds":true,"worlds":{{{worlds}}}}}""";
    }
}
