using OrleansGameState.Bench.Measuring;
using OrleansGameState.Bench.Serving;
using OrleansGameState.Silo;

namespace OrleansGameState.Bench.Commits;

/// <summary>The silo on a database, in this process.</summary>
internal static class BenchSilo
{
    /// <summary>One whose entities Orleans' ADO.NET storage keeps; null where this build has no such storage.</summary>
    public static async Task<WebApplication?> StartOnAdoNetAsync(string connectionString)
    {
        try
        {
            return await StartAsync(connectionString, settings: "Storage:Provider=AdoNet");
        }
        catch (OrleansConfigurationException)
        {
            return null;
        }
    }

    public static async Task<WebApplication> StartAsync(string connectionString, Action<WebApplicationBuilder>? more = null, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            Args =
            [
                $"ConnectionStrings:GameState={connectionString}",
                $"Cluster:SiloPort={FreePort.Next()}",
                $"Cluster:GatewayPort={FreePort.Next()}",
                $"Kestrel:Endpoints:Http:Url=http://127.0.0.1:{FreePort.Next()}",
                $"Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:{FreePort.Next()}",
                "Gateway:StarSystems:PublishEndpoint=",
                .. settings,
            ],
        });
        builder.Services.KeepQuiet();
        builder.AddSilo();
        more?.Invoke(builder);
        var app = builder.Build();
        await app.StartAsync();
        return app;
    }
}
