using System.Diagnostics;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Ingestors.Feeds.Leases;
using static OrleansGameState.Ingestors.Tests.Live.SmallMap;

namespace OrleansGameState.Ingestors.Tests.Live;

/// <summary>Two processes for one feed, on one cluster.</summary>
public sealed class TwoIngestorsTests
{
    private static readonly TimeSpan Safety = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Process_ThatIsCutOff_IsReplaced_AndEachFactIsAcceptedOnce()
    {
        await using var push = await FakePush.StartAsync();
        await using var cluster = await LiveCluster.StartAsync(leaseSeconds: 3);
        var way = new CutGrains(cluster.Client);
        await using var active = await Start(way.Factory, push);
        await push.Send(Control(101));
        await Captured(cluster, 101);
        await using var standby = await Start(cluster.Client, push);
        await push.Send(Control(102));
        await Captured(cluster, 102);
        Assert.Equal(0, standby.Accepted(10));
        Assert.Equal(LeaseState.Standby, Assert.Single(standby.Leases.Standings).State);

        way.Cut();
        var cut = Stopwatch.StartNew();
        await push.Send(Control(103));
        await Captured(cluster, 103);
        Assert.InRange(cut.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        await push.Send(Control(104));
        await Captured(cluster, 104);

        // It comes back, tells what it could not, and finds that another has its lease.
        way.Mend();
        await active.StopAsync();
        Assert.Equal(2, active.Accepted(10));
        await push.Send(Control(105));
        await Captured(cluster, 105);
        var captures = (await cluster.Events(10, 4)).OfType<FacilityCaptured>().Select(captured => captured.FacilityId);
        Assert.Equal([101, 102, 103, 104, 105], captures);
        Assert.Equal(LeaseState.Active, Assert.Single(standby.Leases.Standings).State);
    }

    [Fact]
    public async Task Process_ThatIsStopped_HandsOverAtOnce()
    {
        await using var push = await FakePush.StartAsync();
        await using var cluster = await LiveCluster.StartAsync(leaseSeconds: 60);
        await using var active = await Start(cluster.Client, push);
        await push.Send(Control(101));
        await Captured(cluster, 101);
        await using var standby = await Start(cluster.Client, push);
        await push.Send([.. Enumerable.Range(102, 50).Select(Control)]);

        // What it has begun it still tells; of what it has not, the standby knows.
        await active.StopAsync();
        var stopped = Stopwatch.StartNew();
        await push.Send(Control(152));

        await Captured(cluster, 152);
        Assert.InRange(stopped.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        var captures = (await cluster.Events(10, 4)).OfType<FacilityCaptured>().Select(captured => captured.FacilityId);
        Assert.Equal(Enumerable.Range(101, 52), captures.Order());
    }

    [Fact]
    public async Task Standby_LeavesThePollsToTheHolder_AndRestoresByThemWhatWasMissed()
    {
        await using var push = await FakePush.StartAsync();
        await using var census = await Census(Map(1, 1, 1));
        await using var cluster = await LiveCluster.StartAsync(leaseSeconds: 3);
        var way = new CutGrains(cluster.Client);
        await using var active = await Start(way.Factory, push, census.Url);
        await cluster.Zone(10, 4, zone => zone.Facilities.GetValueOrDefault(101)?.Owner == Faction.VanuSovereignty);
        await using var other = await Census(Map(3, 3, 3));
        await using var standby = await Start(cluster.Client, push, other.Url);
        await other.Asked("map_region");

        // A poll of its own would have come by the holder's second.
        await census.Asked("map");
        await census.Asked("map");
        Assert.Equal(LeaseState.Standby, Assert.Single(standby.Leases.Standings).State);
        Assert.DoesNotContain("map", other.AskedFor.Keys);

        way.Cut();

        await cluster.Zone(10, 4, zone => zone.Facilities.GetValueOrDefault(101)?.Owner == Faction.TerranRepublic);
        way.Mend();
    }

    private static async Task<LiveIngestor> Start(IGrainFactory grains, FakePush push, string restUrl = "")
    {
        var ingestor = await LiveIngestor.StartAsync(
            grains, ("Territory:StreamUrl", push.Url), ("Territory:RestUrl", restUrl), ("Territory:Worlds", "10"), ("Territory:MapPollSeconds", "5"), ("Territory:CacheLagSeconds", "0"));
        await push.Connected();
        await push.Received();
        return ingestor;
    }

    private static Task<ZoneState> Captured(LiveCluster cluster, int facilityId) =>
        cluster.Zone(10, 4, zone => zone.Facilities.GetValueOrDefault(facilityId)?.Owner == Faction.NewConglomerate).WaitAsync(Safety);

    private static string Control(int facilityId) =>
        $$$"""{"payload":{"duration_held":"100","event_name":"FacilityControl","facility_id":"{{{facilityId}}}","new_faction_id":"2","old_faction_id":"1","outfit_id":"0","timestamp":"1700000000","world_id":"10","zone_id":"4"},"service":"event","type":"serviceMessage"}""";
}
