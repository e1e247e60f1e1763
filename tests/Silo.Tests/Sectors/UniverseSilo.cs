using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Orleans.Runtime.Hosting;
using Orleans.Storage;
using Orleans.TestingHost;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;
using OrleansGameState.Silo.Storage;
using OrleansGameState.Testing;

namespace OrleansGameState.Silo.Tests.Sectors;

/// <summary>A silo with the real grains, the real memory store behind a gate, and a clock that the test moves.</summary>
internal sealed class UniverseSilo : IAsyncDisposable
{
    public const string Universe = "u1";

    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private readonly InProcessTestCluster _cluster;
    private readonly PendingIntentsScan _pending;

    private UniverseSilo(InProcessTestCluster cluster, GatedStore store, ManualTimeProvider clock)
    {
        (_cluster, Store, Clock) = (cluster, store, clock);
        _pending = new(store.Inner, [new SectorLocator()], cluster.Client, clock, NullLogger<PendingIntentsScan>.Instance);
    }

    public GatedStore Store { get; }

    public ManualTimeProvider Clock { get; }

    public IClusterClient Client => _cluster.Client;

    public IUniverseGrain Root => _cluster.Client.GetGrain<IUniverseGrain>(Universe);

    public IUniverseMapGrain Map => _cluster.Client.GetGrain<IUniverseMapGrain>(SectorKeys.Map(Universe));

    public IPresenceGrain Presence => _cluster.Client.GetGrain<IPresenceGrain>(Universe);

    public IPresenceGrain Universes => _cluster.Client.GetGrain<IPresenceGrain>(IPresenceGrain.All);

    /// <param name="before">The silo whose store and clock this one goes on with; null to begin anew.</param>
    /// <param name="sweepSeconds">How often it sweeps by itself; as good as never where left out, so that tests ask for it.</param>
    public static async Task<UniverseSilo> StartAsync(UniverseSilo? before = null, int sweepSeconds = 3600)
    {
        var clock = before?.Clock ?? new();
        var store = new GatedStore(before?.Store.Inner ?? new(new(SectorKinds.All), Options.Create(new MemoryStorageOptions()), clock));
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<TimeProvider>(clock);
            silo.AddMemoryGrainStorage("PubSubStore").AddMemoryStreams(EntityStreams.Provider);
            silo.Services.AddEntities().AddSectors();
            silo.Services.Configure<SectorOptions>(options => options.SweepSeconds = sweepSeconds);
            silo.Services.AddSingleton<IEventLog>(store.Inner).AddSingleton<IEntityScan>(store.Inner);
            silo.Services.AddGrainStorage<IGrainStorage>(EntityStorage.Name, (_, _) => store);
        });
        builder.ConfigureClient(client => client.AddMemoryStreams(EntityStreams.Provider));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new(cluster, store, clock);
    }

    /// <summary>The same, with a universe of sectors 1 to 4, a link from each to the next and back, and a tunnel from 1 to 4 with these uses.</summary>
    public static async Task<UniverseSilo> ImportedAsync(int? maxUses = 1)
    {
        var silo = await StartAsync();
        Assert.Empty((await silo.Map.Import(Draft(maxUses), new(false, false))).Rejections);
        await silo.SettleAsync();
        return silo;
    }

    public static UniverseDraft Draft(int? maxUses = 1) => new(
        [Chart("1", "2"), Chart("2", "1", "3"), Chart("3", "2", "4"), Chart("4", "3")],
        [new(new("1", "4", "NATURAL", 0.9, 1, maxUses), null, null)],
        [],
        null);

    public IPlayerGrain Player(string id) => _cluster.Client.GetGrain<IPlayerGrain>(SectorKeys.Player(Universe, id));

    public ISectorGrain Sector(string id) => _cluster.Client.GetGrain<ISectorGrain>(SectorKeys.Sector(Universe, id));

    public IWarpTunnelGrain Tunnel(string from = "1", string to = "4") => _cluster.Client.GetGrain<IWarpTunnelGrain>(SectorKeys.Tunnel(Universe, from, to));

    public async Task<PlayerState> StateOfAsync(string player) => (await Player(player).GetSnapshot()).State;

    public async Task<SectorState> ListOfAsync(string sector) => (await Sector(sector).GetSnapshot()).State;

    public async Task<WarpTunnelState> TunnelStateAsync() => (await Tunnel().GetSnapshot()).State;

    public async Task SpawnAsync(params string[] players)
    {
        foreach (var player in players)
        {
            var login = new LogIn(new($"Captain {player}", null, new($"ship-{player}", "", "")), "1", 100, $"session-{player}");
            Assert.Empty((await Player(player).Execute(login)).Rejections);
        }
    }

    public Task<MoveAnswer> MoveAsync(string player, string moveId, string to, MoveVia? via = null) => Player(player).Move(new(moveId, to, via)).AsTask();

    /// <summary>Has told what is owed, and forgotten that it was, as happens every few seconds.</summary>
    public async Task SettleAsync()
    {
        using var bound = new CancellationTokenSource(Bound);
        while (!(await Store.Inner.FindAsync(1, bound.Token)).IsEmpty)
        {
            await _pending.ScanAsync(bound.Token);
            bound.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Changes a sector's stored record behind its grain's back.</summary>
    public async Task DriftAsync(string sector, Func<SectorState, SectorState> change)
    {
        await _cluster.DeactivateAsync(Sector(sector));
        var (grain, stored) = (Sector(sector).GetGrainId(), new GrainState<EntityRecord<SectorState>>());
        await Store.Inner.ReadStateAsync("sector", grain, stored);
        stored.State = stored.State! with { State = change(stored.State.State), NewEvents = [], CommitId = Guid.NewGuid() };
        await Store.Inner.WriteStateAsync("sector", grain, stored);
    }

    public async Task<Watcher> WatchAsync(IEntityGrain entity, int events)
    {
        var watcher = new Watcher(events);
        await entity.Watch(_cluster.Client.CreateObjectReference<IEntityObserver>(watcher));
        return watcher;
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    private static SectorChart Chart(string id, params string[] links) =>
        new(id, $"Sector {id}", SectorTypes.Standard, 0, SectorDefenses.None, null, [], [], [.. links.Select(to => new SectorLink(to, 1))], [], null, false);
}
