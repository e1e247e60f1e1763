using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Runtime.Hosting;
using Orleans.Storage;
using Orleans.TestingHost;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Sectors;
using OrleansGameState.Grains.StarSystems;
using OrleansGameState.Grains.Territory;
using OrleansGameState.Silo.Storage;

namespace OrleansGameState.Silo.Tests;

/// <summary>A silo with the real grains and the real memory store, which tests can hold and break.</summary>
internal sealed class EntityCluster : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private EntityCluster(InProcessTestCluster cluster, GatedStore store)
    {
        _cluster = cluster;
        Store = store;
    }

    public GatedStore Store { get; }

    public IClusterClient Client => _cluster.Client;

    public static async Task<EntityCluster> StartAsync()
    {
        var store = new GatedStore(new MemoryEntityStore(new([.. TerritoryKinds.All, .. StarSystemKinds.All, .. SectorKinds.All]), Options.Create(new MemoryStorageOptions())));
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage("PubSubStore").AddMemoryStreams(EntityStreams.Provider).AddActivityPropagation();
            silo.Services.AddEntities().AddTerritory().AddStarSystems().AddSectors();
            silo.Services.AddSingleton<IEventLog>(store.Inner);
            silo.Services.AddSingleton<IEntityScan>(store.Inner);
            silo.Services.AddGrainStorage<IGrainStorage>(EntityStorage.Name, (_, _) => store);
        });
        builder.ConfigureClient(client => client.AddMemoryStreams(EntityStreams.Provider).AddActivityPropagation());
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster, store);
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
