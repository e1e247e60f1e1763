using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OrleansGameState.Standins.Tests.Websocket;

/// <summary>A WebSocket server on a loopback port of its own; a test plays its part on each connection.</summary>
internal sealed class PushServer : IAsyncDisposable
{
    private readonly Channel<PushConnection> _accepted = Channel.CreateUnbounded<PushConnection>();
    private readonly WebApplication _app;
    private int _refusals;

    private PushServer(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = null!;

    public static async Task<PushServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new PushServer(builder.Build());
        server._app.UseWebSockets();
        server._app.Run(server.Accept);
        await server._app.StartAsync();
        var addresses = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        server.Url = new UriBuilder(addresses.Addresses.Single()) { Scheme = "ws" }.Uri;
        return server;
    }

    /// <summary>The next so many connections are answered 503.</summary>
    public void Refuse(int connections) => Volatile.Write(ref _refusals, connections);

    /// <summary>The next connection that was made to this server.</summary>
    public Task<PushConnection> Next() => _accepted.Reader.ReadAsync().AsTask().InTime();

    public async ValueTask DisposeAsync()
    {
        _accepted.Writer.TryComplete();
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private async Task Accept(HttpContext http)
    {
        if (Interlocked.Decrement(ref _refusals) >= 0)
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var connection = new PushConnection(http, socket);
        await _accepted.Writer.WriteAsync(connection);
        await connection.Ended;
    }
}
