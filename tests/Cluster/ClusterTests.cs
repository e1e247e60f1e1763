using System.Diagnostics;
using System.Globalization;
using OrleansGameState.Durability;
using Xunit.Abstractions;

namespace OrleansGameState.Cluster;

/// <summary>
/// What the cluster goes through without losing or doubling anything. Each test has a world of its own, and tells the
/// longest stretch without an answer.
/// </summary>
public sealed class ClusterTests(GameCluster cluster, ITestOutputHelper output) : IClassFixture<GameCluster>
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TakenOver = TimeSpan.FromSeconds(15);

    [SkippableFact]
    public async Task Silo_WhenKilled_IsMissedForTenSecondsAtMost()
    {
        var load = Load(world: 101);
        var silo = cluster.Silos[1];

        await load.During("a silo killed", async () =>
        {
            silo.Kill();
            await silo.Ended();
        });
        await silo.Start();

        Assert.Empty(load.FailedReads);
        Assert.InRange(load.LongestRead, TimeSpan.Zero, Promised);
        Assert.InRange(load.LongestCommand, TimeSpan.Zero, Promised);
    }

    [SkippableFact]
    public async Task Silos_RestartedOneByOne_FailNoRequest()
    {
        var load = Load(world: 102);

        await load.During("three silos restarted in turn", async () =>
        {
            foreach (var silo in cluster.Silos.Take(3))
            {
                Assert.True(await silo.Stop() == 0, silo.Said);
                await silo.Start();
            }
        });

        Assert.Empty(load.FailedReads);
        Assert.InRange(load.LongestRead, TimeSpan.Zero, Promised);
    }

    [SkippableFact]
    public async Task Silo_ThatJoinsAndLeaves_FailsNoRequest()
    {
        var load = Load(world: 103);
        var silo = cluster.NewSilo();

        await load.During("a silo joins and leaves", async () =>
        {
            await silo.Start();
            Assert.True(await silo.Stop() == 0, silo.Said);
        });

        Assert.Empty(load.FailedReads);
        Assert.InRange(load.LongestRead, TimeSpan.Zero, Promised);
    }

    [SkippableFact]
    public async Task Database_WhenRestarted_LosesNothing()
    {
        var load = Load(world: 104);

        await load.During("PostgreSQL restarted", cluster.RestartDatabase);
    }

    [SkippableFact]
    public async Task Gateway_WhenKilled_IsReplacedByTheOther()
    {
        var load = Load(world: 105);
        var gateway = cluster.Gateways[0];

        await load.During("a gateway killed and started again", async () =>
        {
            gateway.Kill();
            await gateway.Ended();
            await gateway.Start();
        });

        Assert.All(load.FailedReads, failure => Assert.Contains("now at 1", failure, StringComparison.Ordinal));
        Assert.InRange(load.LongestRead, TimeSpan.Zero, Promised);
        Assert.Contains(load.Watchers, watcher => watcher.Returns > 0);
    }

    // Which of the two is active is nobody's business: each is killed in turn, so that one of them was.
    [SkippableFact]
    public async Task Ingestor_WhenKilled_IsReplacedByTheOther()
    {
        Skip.If(cluster.Refusal is not null, cluster.Refusal);
        var watcher = new ZoneWatcher(PushLoad.Zone, cluster.Clients, 0);
        using var stop = new CancellationTokenSource();
        await cluster.Push.SendNext();
        var watching = watcher.Run(stop.Token);
        await watcher.Reaches(1).Within(() => cluster.Said);

        foreach (var ingestor in cluster.Ingestors)
        {
            ingestor.Kill();
            await ingestor.Ended();
            var passed = await UntilPushed(watcher);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"longest stretch without an answer, {ingestor.Name} killed: events {passed.TotalSeconds:0.0} s"));
            Assert.InRange(passed, TimeSpan.Zero, TakenOver);
            await ingestor.Start();
            await cluster.Push.Subscribed(cluster.Ingestors.Count);
        }

        cluster.Push.Forget();
        await stop.CancelAsync();
        await watching.Within(() => $"{watcher} does not end.");
    }

    // What is pushed while nobody is active is lost, as the game's own would be until the next poll of the map.
    private async Task<TimeSpan> UntilPushed(ZoneWatcher watcher)
    {
        var before = watcher.Sequence;
        var started = Stopwatch.GetTimestamp();
        while (watcher.Sequence == before && Stopwatch.GetElapsedTime(started) < Bound.Patience)
        {
            await cluster.Push.SendNext();
            await Task.WhenAny(watcher.Reaches(before + 1), Task.Delay(TimeSpan.FromMilliseconds(200)));
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private ClusterLoad Load(int world)
    {
        Skip.If(cluster.Refusal is not null, cluster.Refusal);
        return new(cluster, world, output);
    }
}
