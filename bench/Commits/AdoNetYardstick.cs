#if ADONET
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

    public static async Task<AdoNetYardstick?> StartAsync(string connectionString)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.KeepQuiet();
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(FreePort.Next(), FreePort.Next())
            .AddAdoNetGrainStorage(Name, options =>
            {
                options.Invariant = "Npgsql";
                options.ConnectionString = connectionString;
                options.GrainStorageSerializer = new ZoneJsonSerializer();
            }));
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
}
#else
namespace OrleansGameState.Bench.Commits;

/// <summary>Orleans' own storage on ADO.NET: only where its package is.</summary>
internal sealed class AdoNetYardstick : IAsyncDisposable
{
    public const string Name = "Orleans' ADO.NET storage";

    public static Task<AdoNetYardstick?> StartAsync(string connectionString)
    {
        _ = connectionString;
        return Task.FromResult<AdoNetYardstick?>(null);
    }

    public IWriters Writers(ZoneKeys keys, int facilities) => throw new NotSupportedException($"{Name} is not in this build; {keys.Count} entities of {facilities}.");

    public ValueTask DisposeAsync() => default;
}
#endif
