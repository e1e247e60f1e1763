using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Silo.Tests;

public sealed class StarSystemGrainTests
{
    private const long Address = 3583923685739;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    // The galaxy passes over what is hours old, and counts no more for an hour that is over.
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()).AddMinutes(-61);

    [Fact]
    public async Task System_ThatIsSeen_IsKnownToItsNameItsFactionsAndTheGalaxy()
    {
        await using var cluster = await EntityCluster.StartAsync();
        var name = cluster.Client.GetGrain<ISystemNameGrain>(StarSystemKeys.Name("DAKSHMANDI"));
        var faction = cluster.Client.GetGrain<IMinorFactionGrain>(StarSystemKeys.Faction("Bluestar PMC"));
        var galaxy = cluster.Client.GetGrain<IGalaxyGrain>(StarSystemKeys.Galaxy);
        var (named, entered, noted) = (await WatchAsync(cluster, name), await WatchAsync(cluster, faction), await WatchAsync(cluster, galaxy));
        var system = cluster.Client.GetGrain<IStarSystemGrain>(StarSystemKeys.StarSystem(Address));

        await system.Execute(new ReportObservation(Seen(0, "Boom")));
        await system.Execute(new ReportObservation(Seen(60, "War")));
        await Task.WhenAll(named.Complete, entered.Complete, noted.Complete).WaitAsync(Bound);

        Assert.Equal([Address], (await name.GetSnapshot()).State.Systems);
        var present = (await faction.GetSnapshot()).State;
        Assert.Equal(("Bluestar PMC", new(Address, "Dakshmandi")), (present.Name, Assert.Single(present.Systems)));
        Assert.Equal((Address, Start, Start.AddMinutes(60)), Evidence(Assert.IsType<StateChangeNoted>(noted.Events[0].Event)));
    }

    [Fact]
    public async Task System_ThatIsUnchanged_WritesNothing_AndTellsWhenItWasSeen()
    {
        await using var cluster = await EntityCluster.StartAsync();
        var system = cluster.Client.GetGrain<IStarSystemGrain>(StarSystemKeys.StarSystem(Address));
        await system.Execute(new ReportObservation(Seen(0, "Boom")));

        var answered = await system.Execute(new ReportObservation(Seen(60, "Boom")));
        var older = await system.Execute(new ReportObservation(Seen(30, "War")));

        Assert.Equal((1L, 0), (answered.Sequence, answered.Changes));
        Assert.Equal("older", Assert.Single(older.Rejections).Code);
        var status = await system.GetStatus();
        Assert.Equal((Start.AddMinutes(60), 1L, Start), (status.LastSeen, status.Snapshot.Sequence, status.Snapshot.State.Last!.ObservedAt));
    }

    [Fact]
    public async Task Tick_IsCountedByTheGalaxy()
    {
        await using var cluster = await EntityCluster.StartAsync();
        var system = cluster.Client.GetGrain<IStarSystemGrain>(StarSystemKeys.StarSystem(Address));
        var galaxy = cluster.Client.GetGrain<IGalaxyGrain>(StarSystemKeys.Galaxy);
        var watched = await WatchAsync(cluster, galaxy);

        await system.Execute(new ReportObservation(Seen(0, "Boom")));
        await system.Execute(new ReportObservation(Seen(60, "War")));
        await watched.Complete.WaitAsync(Bound);

        // The count goes out with the commit, ahead of what is owed.
        Assert.Equal(1, Assert.Single((await galaxy.GetStatus()).Hours).SystemTicks);
    }

    private static (long Address, DateTimeOffset Since, DateTimeOffset Until) Evidence(StateChangeNoted noted) =>
        (noted.Evidence.SystemAddress, noted.Evidence.Since, noted.Evidence.Until);

    private static async Task<Watcher> WatchAsync(EntityCluster cluster, IEntityGrain entity)
    {
        var watcher = new Watcher(1);
        await entity.Watch(cluster.Client.CreateObjectReference<IEntityObserver>(watcher));
        return watcher;
    }

    private static Observation Seen(int minutes, string state) => new(
        Start.AddMinutes(minutes),
        "Dakshmandi",
        new(0, 0, 0),
        5_000_000,
        "",
        "",
        "",
        "",
        "",
        [new("Bluestar PMC", 0.4m, null, "", "", "", "", [state], [], []), new("Dakshmandi Union", 0.6m, null, "", "", "", "", [], [], [])],
        []);
}
