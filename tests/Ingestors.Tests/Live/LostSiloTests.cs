using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Ingestors.Feeds.Leases;

namespace OrleansGameState.Ingestors.Tests.Live;

/// <summary>Two ingestors on two silos, of which one is lost with leases, worlds and zones.</summary>
public sealed class LostSiloTests
{
    private static readonly int[] Worlds = [1, 10, 13, 17, 19, 24, 25, 40];
    private static readonly int[] Facilities = [.. Enumerable.Range(101, 30)];

    [SkippableFact]
    public async Task Silo_ThatIsLost_CostsNoFactAndNoLease()
    {
        await using var push = await FakePush.StartAsync();
        await using var cluster = await TwoSilos();
        await using var active = await Start(cluster, push);
        await push.Send([.. Worlds.Select(worldId => Control(worldId, 101))]);
        await Captured(cluster, 101);
        await using var standby = await Start(cluster, push);

        var killed = cluster.KillOne();
        foreach (var facilityId in Facilities[1..])
        {
            await push.Send([.. Worlds.Select(worldId => Control(worldId, facilityId))]);
        }

        await killed;
        await Captured(cluster, Facilities[^1]);
        foreach (var worldId in Worlds)
        {
            await cluster.Zone(worldId, 4, zone => Facilities.All(zone.Facilities.ContainsKey));
            var captures = (await cluster.Events(worldId, 4)).OfType<FacilityCaptured>().Select(captured => captured.FacilityId);
            Assert.Equal(Facilities, captures.Order());
        }

        Assert.All(active.Leases.Standings, standing => Assert.Equal((LeaseState.Active, active.Leases.Holder), (standing.State, standing.Holder)));
        Assert.All(standby.Leases.Standings, standing => Assert.NotEqual(LeaseState.Active, standing.State));
    }

    private static async Task<LiveCluster> TwoSilos()
    {
        try
        {
            return await LiveCluster.StartAsync(silos: 2);
        }
        catch (OrleansConfigurationException refusal)
        {
            throw new SkipException(refusal.Message);
        }
    }

    private static async Task<LiveIngestor> Start(LiveCluster cluster, FakePush push)
    {
        var ingestor = await LiveIngestor.StartAsync(
            cluster.Client, ("Territory:StreamUrl", push.Url), ("Territory:RestUrl", ""), ("Territory:Worlds", string.Join(',', Worlds)));
        await push.Connected();
        await push.Received();
        return ingestor;
    }

    private static async Task Captured(LiveCluster cluster, int facilityId) => await Task.WhenAll(Worlds.Select(worldId =>
        cluster.Zone(worldId, 4, zone => zone.Facilities.GetValueOrDefault(facilityId)?.Owner == Faction.NewConglomerate)));

    private static string Control(int worldId, int facilityId) =>
        $$$"""{"payload":{"duration_held":"100","event_name":"FacilityControl","facility_id":"{{{facilityId}}}","new_faction_id":"2","old_faction_id":"1","outfit_id":"0","timestamp":"1700000000","world_id":"{{{worldId}}}","zone_id":"4"},"service":"event","type":"serviceMessage"}""";
}
