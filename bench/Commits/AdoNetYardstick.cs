using Npgsql;
using Orleans.Storage;
using OrleansGameState.Bench.Measuring;
using OrleansGameState.Bench.Serving;

namespace OrleansGameState.Bench.Commits;

/// <summary>Orleans' own storage on ADO.NET, in a host of its own. It has the state's same JSON to store, and no events.</summary>
internal sealed class AdoNetYardstick : IAsyncDisposable
{
    public const string Name = "Orleans' ADO.NET storage";

    private readonly IHost _host;

    private AdoNetYardstick(IHost host) => _host = host;

    /// <summary>Starts it on a database that a silo has migrated; null where this build has no such storage.</summary>
    public static async Task<AdoNetYardstick?> StartAsync(string connectionString)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.KeepQuiet();
        try
        {
            builder.UseOrleans(silo => silo
                .UseLocalhostClustering(FreePort.Next(), FreePort.Next())
                .AddAdoNetGrainStorage(Name, options =>
                {
                    options.Invariant = "Npgsql";
                    options.ConnectionString = AtItsBest(connectionString);
                    options.GrainStorageSerializer = new ZoneJsonSerializer();
                }));
        }
        catch (OrleansConfigurationException)
        {
            return null;
        }

        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    public IWriters Writers(ZoneKeys keys, int facilities) => new AdoNetWriters(
        _host.Services.GetRequiredKeyedService<IGrainStorage>(Name), _host.Services.GetRequiredService<IGrainFactory>(), keys, facilities);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    // The provider prepares nothing by itself.
    private static string AtItsBest(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true, MaxAutoPrepare = 10, AutoPrepareMinUsages = 2 }.ConnectionString;
}
