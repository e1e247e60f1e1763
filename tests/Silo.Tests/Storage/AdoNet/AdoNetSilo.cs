using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Storage;
using Orleans.TestingHost;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Sectors;
using OrleansGameState.Grains.StarSystems;
using OrleansGameState.Grains.Territory;
using OrleansGameState.Silo.Storage;
using OrleansGameState.Silo.Storage.AdoNet;

namespace OrleansGameState.Silo.Tests.Storage.AdoNet;

/// <summary>A silo with the real grains, whose entities Orleans' ADO.NET storage keeps. Only the real Orleans has it.</summary>
internal sealed class AdoNetSilo : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private AdoNetSilo(InProcessTestCluster cluster) => _cluster = cluster;

    public IClusterClient Client => _cluster.Client;

    public IGrainStorage Storage => Services.GetRequiredKeyedService<IGrainStorage>(EntityStorage.Name);

    public IEventLog Log => Services.GetRequiredService<IEventLog>();

    public IPendingIntents Pending => Services.GetRequiredService<IPendingIntents>();

    private IServiceProvider Services => _cluster.Silos[0].ServiceProvider;

    /// <summary>Starts it; where this build refuses it, the calling test, a SkippableFact, is skipped with the reason.</summary>
    public static async Task<AdoNetSilo> StartAsync(string connectionString, StorageOptions? options = null)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage("PubSubStore").AddMemoryStreams(EntityStreams.Provider);

            // A test cluster has a name of its own each time, under which nothing stored would be found again.
            silo.Services.PostConfigure<Orleans.Configuration.ClusterOptions>(cluster => cluster.ServiceId = "tests");
            silo.Services.AddEntities().AddTerritory().AddStarSystems().AddSectors();
            silo.Services.AddSingleton(_ => new StoreSource(connectionString, writers: 1));
            silo.Services.AddSingleton<StoreStatus>();
            silo.Services.AddSingleton<StoreReads>();
            silo.Services.AddSingleton(StoreMode.AdoNet);
            silo.Services.AddSingleton(Options.Create(new MemoryStorageOptions()));
            silo.Services.AddAdoNetEntities(connectionString, options ?? new(), HistoryReach.SinceStart);
        });
        builder.ConfigureClient(client => client.AddMemoryStreams(EntityStreams.Provider));
        var cluster = builder.Build();
        await ProviderHost.OrSkipAsync(cluster.DeployAsync);
        return new(cluster);
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
