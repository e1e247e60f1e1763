using System.Collections.Concurrent;

namespace OrleansGameState.Bench.Serving;

/// <summary>The yardsticks over HTTP and gRPC.</summary>
internal static class Baselines
{
    public const string EmptyPath = "/bench/empty";

    public static string BytesPath(int size) => $"/bench/bytes/{size}";

    public static void MapBaselines(this WebApplication app)
    {
        var bodies = new ConcurrentDictionary<int, byte[]>();
        app.MapGet(EmptyPath, () => EmptyAnswer.Value);
        app.MapGet("/bench/bytes/{size:int}", (int size) =>
            Results.Bytes(bodies.GetOrAdd(size, size => [.. Enumerable.Repeat((byte)'x', size)]), "application/json"));
        app.MapGrpcService<BaselineService>();
        app.Map("/bench/relay", BareSockets.AcceptAsync);
        app.MapPost("/bench/broadcast", BareSockets.BroadcastAsync);
    }
}
