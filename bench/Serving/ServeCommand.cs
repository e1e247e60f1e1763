using OrleansGameState.Ingestors;
using OrleansGameState.Silo;

namespace OrleansGameState.Bench.Serving;

/// <summary>
/// The real server with the yardsticks beside it: what is measured and what it is measured against share a process.
/// </summary>
internal static class ServeCommand
{
    public const string Ready = "bench-server-ready";

    public static async Task<int> RunAsync(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.KeepQuiet();
        builder.AddSilo();
        builder.AddIngestors();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<CommitWatch>();
        await using var app = builder.Build();
        app.UseWebSockets();
        app.MapBaselines();
        app.MapPassthrough();
        app.MapTriggers();
        await app.StartAsync();
        await SampleZones.TellAsync(app.Services.GetRequiredService<IGrainFactory>());
        Console.WriteLine(Ready);
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
        return 0;
    }
}
