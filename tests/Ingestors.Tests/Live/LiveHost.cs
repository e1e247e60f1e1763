using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Runtime.Hosting;
using Orleans.Storage;
using Orleans.TestingHost;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Silo.Storage;

namespace OrleansGameState.Ingestors.Tests.Live;

/// <summary>The real grains in a real silo, and the ingestors in a host of their own beside it.</summary>
internal sealed class LiveHost : IAsyncDisposable
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(60);

    private readonly InProcessTestCluster _cluster;
    private readonly IHost _ingestors;
    private readonly string _directory;

    private LiveHost(InProcessTestCluster cluster, IHost ingestors, string directory) =>
        (_cluster, _ingestors, _directory) = (cluster, ingestors, directory);

    public string DataDirectory => _directory;

    public static async Task<LiveHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var store = new MemoryEntityStore(new(TerritoryKinds.All), Options.Create(new MemoryStorageOptions()));
        var cluster = new InProcessTestClusterBuilder(1);
        cluster.ConfigureSilo((_, silo) =>
        {
            silo.AddMemoryGrainStorage("PubSubStore").AddMemoryStreams(EntityStreams.Provider);
            silo.Services.AddEntities().AddTerritory();
            silo.Services.AddSingleton<IEventLog>(store);
            silo.Services.AddGrainStorage<IGrainStorage>(EntityStorage.Name, (_, _) => store);
        });
        cluster.ConfigureClient(client => client.AddMemoryStreams(EntityStreams.Provider));
        var built = cluster.Build();
        await built.DeployAsync();

        var directory = Directory.CreateTempSubdirectory().FullName;
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            settings.Prepend((Key: "DataDirectory", Value: directory)).GroupBy(setting => setting.Key)
                .Select(setting => new KeyValuePair<string, string?>($"Ingestors:{setting.Key}", setting.Last().Value)));
        builder.Services.AddLogging();
        builder.Services.AddSingleton<IGrainFactory>(built.Client);
        builder.AddIngestors();
        var host = builder.Build();
        await host.StartAsync();
        return new(built, host, directory);
    }

    public FeedMeasures.View Measures(int worldId) =>
        _ingestors.Services.GetRequiredService<FeedMeasures>().Of(worldId, TimeProvider.System.GetUtcNow());

    /// <summary>The zone's state once it is as wanted; looked at whenever it commits.</summary>
    public Task<ZoneState> Zone(int worldId, uint zoneId, Func<ZoneState, bool> wanted) =>
        Until(_cluster.Client.GetGrain<IZoneGrain>(TerritoryKeys.Zone(worldId, zoneId)), wanted);

    public Task<WorldState> World(int worldId, Func<WorldState, bool> wanted) =>
        Until(_cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(worldId)), wanted);

    /// <summary>Everything that a zone committed so far.</summary>
    public async Task<IReadOnlyList<EntityEvent>> Events(int worldId, uint zoneId)
    {
        var grain = _cluster.Client.GetGrain<IZoneGrain>(TerritoryKeys.Zone(worldId, zoneId));
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

    public async ValueTask DisposeAsync()
    {
        await _ingestors.StopAsync();
        _ingestors.Dispose();
        await _cluster.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private async Task<TState> Until<TState>(IEntityGrain<TState> grain, Func<TState, bool> wanted)
        where TState : class
    {
        var watcher = new Watcher();
        var observer = _cluster.Client.CreateObjectReference<IEntityObserver>(watcher);
        await grain.Watch(observer);
        using var deadline = new CancellationTokenSource(Safety);
        while (true)
        {
            var state = (await grain.GetSnapshot()).State;
            if (wanted(state))
            {
                await grain.Unwatch(observer);
                GC.KeepAlive(watcher);
                return state;
            }

            try
            {
                await watcher.Committed.WaitAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"What was waited for did not come; the last state is {state}");
            }
        }
    }

    private sealed class Watcher : IEntityObserver
    {
        public SemaphoreSlim Committed { get; } = new(0);

        public void OnCommitted(ImmutableArray<Envelope> events) => Committed.Release();
    }
}
