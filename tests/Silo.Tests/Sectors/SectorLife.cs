using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Runtime.Hosting;
using Orleans.Storage;
using Orleans.TestingHost;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;
using OrleansGameState.Silo.Storage;

namespace OrleansGameState.Silo.Tests.Sectors;

/// <summary>One silo over a store that was there before it and stays after it, until it is told to end or its fuse ends it.</summary>
internal sealed class SectorLife : IAsyncDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private readonly InProcessTestCluster _cluster;
    private readonly PendingIntentsScan _scan;

    private SectorLife(InProcessTestCluster cluster, SectorStore store, TimeProvider time, Fuse fuse)
    {
        (_cluster, Store, Fuse) = (cluster, store, fuse);
        _scan = new(store.Pending, [new SectorLocator()], cluster.Client, time, NullLogger<PendingIntentsScan>.Instance);
    }

    public SectorStore Store { get; }

    public Fuse Fuse { get; }

    public IUniverseGrain Universe => _cluster.Client.GetGrain<IUniverseGrain>(Store.Universe);

    public IUniverseMapGrain Map => _cluster.Client.GetGrain<IUniverseMapGrain>(SectorKeys.Map(Store.Universe));

    public IPresenceGrain Presence => _cluster.Client.GetGrain<IPresenceGrain>(Store.Universe);

    public static async Task<SectorLife> StartAsync(SectorStore store, TimeProvider time, Fuse? fuse = null)
    {
        var own = fuse ?? new();
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(time);
            silo.AddMemoryGrainStorage("PubSubStore").AddMemoryStreams(EntityStreams.Provider);
            silo.AddOutgoingGrainCallFilter(new FusedCalls(own, "silo"));
            silo.Services.AddEntities().AddSectors();
            silo.Services.AddSingleton(new Dice(() => 0.5));

            // Sweeps are called by name here: one that comes by itself would be another's point.
            silo.Services.Configure<SectorOptions>(options => options.SweepSeconds = 3600);
            silo.Services.AddSingleton(store.Log).AddSingleton(store.Pending).AddSingleton(store.Scan);
            silo.Services.AddGrainStorage<IGrainStorage>(EntityStorage.Name, (_, _) => new FusedStore(store, own));
        });
        builder.ConfigureClient(client => client.AddMemoryStreams(EntityStreams.Provider).AddOutgoingGrainCallFilter(new FusedCalls(own, "client")));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster, store, time, own);
    }

    public IPlayerGrain Player(string id) => _cluster.Client.GetGrain<IPlayerGrain>(SectorKeys.Player(Store.Universe, id));

    public ISectorGrain Sector(string id) => _cluster.Client.GetGrain<ISectorGrain>(SectorKeys.Sector(Store.Universe, id));

    public IWarpTunnelGrain Tunnel(string from, string to) => _cluster.Client.GetGrain<IWarpTunnelGrain>(SectorKeys.Tunnel(Store.Universe, from, to));

    /// <summary>Has delivered what is owed, as the scan of pending intents does every few seconds, until nothing is.</summary>
    public async Task SettleAsync()
    {
        using var bound = new CancellationTokenSource(Bound);
        while (Store.Journal.Records.Values.Any(record => !record.Pending.IsEmpty))
        {
            await _scan.ScanAsync(bound.Token);
            await Task.Yield();
        }
    }

    /// <summary>Completes once no use of a tunnel is reserved.</summary>
    public async Task ReleasedAsync()
    {
        using var bound = new CancellationTokenSource(Bound);
        while (!bound.IsCancellationRequested && Store.Journal.Records.Values.Any(record => record.State is WarpTunnelState { Reserved.IsEmpty: false }))
        {
            await Task.Yield();
        }
    }

    /// <summary>Stops it; one that died is not waited for, since some of it waits for a clock that nobody moves any more.</summary>
    public async ValueTask DisposeAsync()
    {
        var hasDied = Fuse.Died.IsCompleted;
        Fuse.Bury();
        var stopped = _cluster.DisposeAsync().AsTask();
        if (!hasDied)
        {
            await stopped.WaitAsync(Bound);
        }
    }
}
