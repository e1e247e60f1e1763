using OrleansGameState.Bench.Clusters;
using OrleansGameState.Gateway;
using OrleansGameState.Gateway.Calls;
using OrleansGameState.Gateway.Cluster;
using OrleansGameState.Hosting;
using OrleansGameState.Ingestors;
using OrleansGameState.Silo;

namespace OrleansGameState.Bench.Serving;

/// <summary>The real server, and the yardsticks in the same process.</summary>
internal static class ServeCommand
{
    public const string Ready = "bench-server-ready";
    public const string YardstickHttp = "Bench:HttpPort";
    public const string YardstickGrpc = "Bench:GrpcPort";

    /// <summary>True for a gateway that is a client of silos in other processes.</summary>
    public const string GatewayAlone = "Bench:GatewayAlone";

    public static async Task<int> RunAsync(string[] settings)
    {
        await using var app = Build(settings);
        await using var yardsticks = Yardsticks.Build(app.Configuration.GetValue<int>(YardstickHttp), app.Configuration.GetValue<int>(YardstickGrpc));
        await app.StartAsync();
        await yardsticks.StartAsync();
        await SampleZones.TellAsync(app.Services.GetRequiredService<IGrainFactory>());
        Console.WriteLine(Ready);
        await Console.In.ReadToEndAsync();
        await yardsticks.StopAsync();
        await app.StopAsync();
        return 0;
    }

    private static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = ["--Storage:Mode=memory", .. settings], ContentRootPath = AppContext.BaseDirectory });
        builder.Services.KeepQuiet();
        return builder.Configuration.GetValue<bool>(GatewayAlone) ? Gateway(builder) : Silo(builder);
    }

    private static WebApplication Gateway(WebApplicationBuilder builder)
    {
        builder.AddClusterClient();
        builder.AddDashboardClient();
        builder.AddGateway();
        builder.AddCallRepeats();
        return builder.Build().MapGateway();
    }

    private static WebApplication Silo(WebApplicationBuilder builder)
    {
        var roles = builder.Configuration.ReadRoles();
        builder.AddSilo(roles);
        builder.Services.AddSingleton<CommitWatch>();
        if (roles == Roles.All)
        {
            builder.AddGateway();
            builder.AddIngestors();
        }

        var app = builder.Build();
        _ = roles == Roles.All ? app.MapGateway() : app.MapOperations();
        app.MapTriggers();
        app.MapWork();
        return app;
    }
}
