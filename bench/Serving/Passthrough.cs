using System.Net.WebSockets;

namespace OrleansGameState.Bench.Serving;

/// <summary>The least that stands between a feed and a watcher: each message from there goes here.</summary>
internal static class Passthrough
{
    public static async Task RelayAsync(HttpContext context, Uri from)
    {
        using var watcher = await context.WebSockets.AcceptWebSocketAsync();
        using var feed = new ClientWebSocket();
        await feed.ConnectAsync(from, context.RequestAborted);
        var buffer = new byte[64 * 1024];
        try
        {
            while (await feed.ReceiveAsync(buffer.AsMemory(), context.RequestAborted) is { MessageType: not WebSocketMessageType.Close } part)
            {
                await watcher.SendAsync(buffer.AsMemory(0, part.Count), part.MessageType, part.EndOfMessage, context.RequestAborted);
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // One side went away.
        }
    }
}
