using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace OrleansGameState.Bench.Serving;

/// <summary>
/// What HTTP, gRPC and WebSockets cost with nothing behind them: in the server's process, but with a pipeline of their
/// own, so that the server's middleware is not taken for granted.
/// </summary>
internal static class Yardsticks
{
    public const string EmptyPath = "/bench/empty";
    public const string SocketsPath = "/bench/sockets";
    public const string BroadcastPath = "/bench/broadcast";
    public const string PassthroughPath = "/bench/passthrough";

    public static string BytesPath(int size) => $"/bench/bytes/{size}";

    public static WebApplication Build(int httpPort, int grpcPort)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.KeepQuiet();
        builder.Services.AddSingleton<IMeterFactory, UnheardMeters>();
        builder.Services.AddGrpc();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, httpPort, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Listen(IPAddress.Loopback, grpcPort, listen => listen.Protocols = HttpProtocols.Http2);
        });
        var app = builder.Build();
        app.UseWebSockets();
        app.MapAll();
        return app;
    }

    private static void MapAll(this WebApplication app)
    {
        var bodies = new ConcurrentDictionary<int, byte[]>();
        app.MapGet(EmptyPath, () => EmptyAnswer.Value);
        app.MapGet("/bench/bytes/{size:int}", (int size) =>
            Results.Bytes(bodies.GetOrAdd(size, size => [.. Enumerable.Repeat((byte)'x', size)]), "application/json"));
        app.MapGrpcService<BaselineService>();
        app.Map(SocketsPath, BareSockets.AcceptAsync);
        app.MapPost(BroadcastPath, BareSockets.BroadcastAsync);
        app.Map(PassthroughPath, Passthrough.RelayAsync);
    }
}
