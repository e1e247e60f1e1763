using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OrleansGameState.EndToEnd.Fakes;

/// <summary>Speaks like the game's push service: takes a subscription, echoes it, sends what the test pushes.</summary>
internal sealed class PushService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<PushConnection> _subscribed = Channel.CreateUnbounded<PushConnection>();

    private PushService(WebApplication app) => _app = app;

    /// <summary>What <c>Ingestors:Territory:StreamUrl</c> is set to.</summary>
    public string StreamUrl => $"{_app.Urls.Single().Replace("http://", "ws://", StringComparison.Ordinal)}/streaming";

    public static async Task<PushService> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var service = new PushService(app);
        app.UseWebSockets();
        app.Map("/streaming", service.Serve);
        await app.StartAsync();
        return service;
    }

    /// <summary>The next connection that has subscribed and got its echo.</summary>
    public Task<PushConnection> Subscribed() => _subscribed.Reader.ReadAsync().AsTask().Within(() => "Nobody subscribed.");

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task Serve(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var connection = new PushConnection(socket, context.Request.QueryString.Value!, context.Abort);
        await connection.Send("""{"connected":"true","service":"push","type":"connectionStateChanged"}""");
        await connection.Listen(_subscribed.Writer, context.RequestAborted);
    }
}
