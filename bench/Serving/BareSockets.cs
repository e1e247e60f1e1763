using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;

namespace OrleansGameState.Bench.Serving;

/// <summary>WebSockets with nothing behind them: what is posted goes to all that are connected.</summary>
internal static class BareSockets
{
    private static readonly ConcurrentDictionary<WebSocket, byte> Connected = new();

    public static async Task AcceptAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        Connected.TryAdd(socket, 0);
        var buffer = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), context.RequestAborted)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The client went away.
        }
        finally
        {
            Connected.TryRemove(socket, out _);
        }
    }

    /// <summary>Answers when the sending began and ended, in this machine's monotonic ticks.</summary>
    public static async Task<Ticks> BroadcastAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var bytes = body.ToArray();
        var sent = Stopwatch.GetTimestamp();
        await Task.WhenAll(Connected.Keys.Select(socket => socket.SendAsync(bytes.AsMemory(), WebSocketMessageType.Text, true, default).AsTask()));
        return new(sent, Stopwatch.GetTimestamp());
    }
}
