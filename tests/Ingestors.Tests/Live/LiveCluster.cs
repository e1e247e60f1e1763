using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime.Hosting;
using Orleans.Storage;
using Orleans.TestingHost;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Feeds;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Sectors;
using OrleansGameState.Grains.StarSystems;
using OrleansGameState.Grains.Territory;
using OrleansGameState.Silo.Storage;

namespace OrleansGameState.Ingestors.Tests.Live;

/// <summary>The real grains in a real silo, or in several that share one store.</summary>
internal sealed class LiveCluster : IAsyncDisposable
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(60);

    // A watch is lost with the silo that held it, as a gateway's is.
    private static readonly TimeSpan WatchLease = TimeSpan.FromSeconds(1);

    private readonly InProcessTestCluster _cluster;

    private LiveCluster(InProcessTestCluster cluster) => _cluster = cluster;

    public IClusterClient Client => _cluster.Client;

    /// <summary>Starts it; what the build lacks for more than one silo it says by an <see cref="OrleansConfigurationException"/>.</summary>
    public static async Task<LiveCluster> StartAsync(int leaseSeconds = 10, short silos = 1)
    {
        var store = new MemoryEntityStore(new([.. TerritoryKinds.All, .. StarSystemKinds.All, .. SectorKinds.All]), Options.Create(new MemoryStorageOptions()));
        var builder = new InProcessTestClusterBuilder(silos);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage("PubSubStore").AddMemoryStreams(EntityStreams.Provider);
            silo.Services.AddEntities().AddFeeds().AddTerritory().AddStarSystems().AddSectors();
            silo.Configure<ClusterMembershipOptions>(options => (options.ProbeTimeout, options.NumVotesForDeathDeclaration) = (TimeSpan.FromSeconds(1), 1));
            silo.Services.Configure<FeedLeaseOptions>(options => options.LeaseSeconds = leaseSeconds);
            silo.Services.AddSingleton<IEventLog>(store);
            silo.Services.AddSingleton<IEntityScan>(store);
            silo.Services.AddGrainStorage<IGrainStorage>(EntityStorage.Name, (_, _) => store);
        });
        builder.ConfigureClient(client => client.AddMemoryStreams(EntityStreams.Provider));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster);
    }

    /// <summary>The zone's state once it is as wanted; looked at whenever it commits.</summary>
    public Task<ZoneState> Zone(int worldId, uint zoneId, Func<ZoneState, bool> wanted) =>
        Until(Client.GetGrain<IZoneGrain>(TerritoryKeys.Zone(worldId, zoneId)), wanted);

    public Task<WorldState> World(int worldId, Func<WorldState, bool> wanted) =>
        Until(Client.GetGrain<IWorldGrain>(TerritoryKeys.World(worldId)), wanted);

    /// <inheritdoc cref="Zone"/>
    public Task<StarSystemState> StarSystem(long systemAddress, Func<StarSystemState, bool> wanted) =>
        Until(Client.GetGrain<IStarSystemGrain>(StarSystemKeys.StarSystem(systemAddress)), wanted);

    /// <inheritdoc cref="Zone"/>
    public Task<GalaxyState> Galaxy(Func<GalaxyState, bool> wanted) => Until(Client.GetGrain<IGalaxyGrain>(StarSystemKeys.Galaxy), wanted);

    /// <summary>Everything that a zone committed so far.</summary>
    public Task<IReadOnlyList<EntityEvent>> Events(int worldId, uint zoneId) => Events(Client.GetGrain<IZoneGrain>(TerritoryKeys.Zone(worldId, zoneId)));

    /// <summary>Everything that a star system committed so far.</summary>
    public Task<IReadOnlyList<EntityEvent>> Events(long systemAddress) => Events(Client.GetGrain<IStarSystemGrain>(StarSystemKeys.StarSystem(systemAddress)));

    private static async Task<IReadOnlyList<EntityEvent>> Events(IEntityGrain grain)
    {
        var events = new List<EntityEvent>();
        EventPage page;
        do
        {
            page = await grain.ReadEvents(events.Count, 1000);
            events.AddRange(page.Events.Select(envelope => envelope.Event));
        }
        while (events.Count < page.Latest);

        return events;
    }

    /// <summary>Ends the last silo without a word to anybody.</summary>
    public Task KillOne() => _cluster.Silos[^1].StopSiloAsync(stopGracefully: false);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private async Task<TState> Until<TState>(IEntityGrain<TState> grain, Func<TState, bool> wanted)
        where TState : class
    {
        var watcher = new Watcher();
        var observer = Client.CreateObjectReference<IEntityObserver>(watcher);
        using var deadline = new CancellationTokenSource(Safety);
        for (TState? state = null; ; state = await Look(grain, observer) ?? state)
        {
            if (state is not null && wanted(state))
            {
                GC.KeepAlive(watcher);
                return state;
            }

            try
            {
                await watcher.Committed.WaitAsync(state is null ? TimeSpan.Zero : WatchLease, deadline.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"What was waited for did not come; the last state is {state}");
            }
        }
    }

    private static async Task<TState?> Look<TState>(IEntityGrain<TState> grain, IEntityObserver observer)
        where TState : class
    {
        try
        {
            await grain.Watch(observer);
            return (await grain.GetSnapshot()).State;
        }
        catch (Exception exception) when (exception is OrleansException or TimeoutException)
        {
            return null;
        }
    }

    private sealed class Watcher : IEntityObserver
    {
        public SemaphoreSlim Committed { get; } = new(0);

        public void OnCommitted(ImmutableArray<Envelope> events) => Committed.Release();
    }
}
