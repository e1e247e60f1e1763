using OrleansGameState.Gateway;
using OrleansGameState.Ingestors;
using OrleansGameState.Silo;

namespace OrleansGameState.Bench.Serving;

/// <summary>The real server, and the yardsticks in the same process.</summary>
internal static class ServeCommand
{
    public const string Ready = "bench-server-ready";
    public const string YardstickHttp = "Bench:HttpPort";
    public const string YardstickGrpc = "Bench:GrpcPort";

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
        builder.AddSilo();
        builder.AddGateway();
        builder.AddIngestors();
        builder.Services.AddSingleton<CommitWatch>();
        var app = builder.Build();
        app.MapGateway();
        app.MapTriggers();
        return app;
    }
}
