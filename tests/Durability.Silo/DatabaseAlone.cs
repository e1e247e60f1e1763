using Microsoft.Extensions.Options;
using OrleansGameState.Silo.Postgres;

namespace OrleansGameState.Durability.Silo;

/// <summary>The embedded database in a process without a silo, for tests whose database outlives, or is shared by, silos.</summary>
internal static class DatabaseAlone
{
    public const string Argument = "database";

    /// <summary>Runs until it is asked to stop; says how to connect once it can be connected to.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = [.. args.Where(arg => arg != Argument)], ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddOptions<EmbeddedPostgresOptions>().BindConfiguration(EmbeddedPostgresOptions.Section);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHostedService<EmbeddedPostgres>();
        using var host = builder.Build();
        await host.StartAsync();
        await Console.Out.WriteLineAsync($"Connect: {PostgresPlaces.Of(host.Services.GetRequiredService<IOptions<EmbeddedPostgresOptions>>().Value).ConnectionString()}");
        await host.WaitForShutdownAsync();
        return 0;
    }
}
