using OrleansGameState.Bench.Measuring;
using OrleansGameState.Bench.Serving;
using OrleansGameState.Silo;

namespace OrleansGameState.Bench.Idle;

/// <summary>A silo in this process that keeps its entities in memory.</summary>
internal static class IdleSilo
{
    public static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            Args = ["Storage:Mode=memory", "Gateway:StarSystems:PublishEndpoint=", $"Cluster:SiloPort={FreePort.Next()}", $"Cluster:GatewayPort={FreePort.Next()}", $"Kestrel:Endpoints:Http:Url=http://127.0.0.1:{FreePort.Next()}", $"Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:{FreePort.Next()}"],
        });
        builder.Services.KeepQuiet();
        builder.AddSilo();
        return builder.Build();
    }
}
