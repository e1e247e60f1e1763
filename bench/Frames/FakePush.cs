using System.Net.WebSockets;
using OrleansGameState.Bench.Measuring;

namespace OrleansGameState.Bench.Frames;

/// <summary>A push service: acknowledges the subscription, then sends what it is told to. Its other path sends the same without asking.</summary>
internal sealed class FakePush : IAsyncDisposable
{
    public const string StreamPath = "/streaming";
    public const string BarePath = "/bare";

    private readonly WebApplication _app;
    private readonly TaskCompletionSource<WebSocket> _subscribed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<WebSocket> _bare = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakePush(WebApplication app, int port)
    {
        _app = app;
        Port = port;
    }

    public int Port { get; }

    /// <summary>The ingestor's connection, once it has subscribed.</summary>
    public Task<WebSocket> Subscribed => _subscribed.Task;

    /// <summary>The bare relay's connection.</summary>
    public Task<WebSocket> Bare => _bare.Task;

    public static async Task<FakePush> StartAsync()
    {
        var port = FreePort.Next();
        var builder = WebApplication.CreateSlimBuilder([$"urls=http://127.0.0.1:{port}"]);
        builder.Logging.ClearProviders();
        var push = new FakePush(builder.Build(), port);
        push._app.UseWebSockets();
        push._app.Map(StreamPath, push.AcceptSubscriberAsync);
        push._app.Map(BarePath, push.AcceptBareAsync);
        await push._app.StartAsync();
        return push;
    }

    public static async Task SendAsync(WebSocket socket, byte[][] frames)
    {
        foreach (var frame in frames)
        {
            await socket.SendAsync(frame.AsMemory(), WebSocketMessageType.Text, true, default);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AcceptSubscriberAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await ReadAsync(socket, async () =>
        {
            await socket.SendAsync(Echo.AsMemory(), WebSocketMessageType.Text, true, default);
            _subscribed.TrySetResult(socket);
        });
    }

    private async Task AcceptBareAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        _bare.TrySetResult(socket);
        await ReadAsync(socket, () => Task.CompletedTask);
    }

    private static byte[] Echo { get; } =
        """{"subscription":{"characterCount":1,"eventNames":["FacilityControl","PlayerFacilityCapture","ContinentLock","MetagameEvent"],"logicalAndCharactersWithWorlds":true,"worlds":["13","17"]}}"""u8.ToArray();

    private static async Task ReadAsync(WebSocket socket, Func<Task> onMessage)
    {
        var buffer = new byte[4096];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), default)) is { MessageType: not WebSocketMessageType.Close } message)
            {
                await (message.EndOfMessage ? onMessage() : Task.CompletedTask);
            }
        }
        catch (WebSocketException)
        {
            // The server ended.
        }
    }
}
