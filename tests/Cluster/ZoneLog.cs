using OrleansGameState.Durability;
using OrleansGameState.Gateway.Territory.V1;

namespace OrleansGameState.Cluster;

/// <summary>A zone's whole history as a gateway tells it, and the outfits of its captures from a given one on.</summary>
internal sealed record ZoneLog(long Sequence, IReadOnlyList<long> Outfits)
{
    private const int Page = 1000;

    /// <summary>Reads it once all that is expected is in it: what was pushed is acknowledged to nobody.</summary>
    public static Task<ZoneLog> ReadUntil(GameCluster cluster, ClusterZone zone, IReadOnlyCollection<long> expected, long first) => Bound.Eventually(
        () => Read(cluster.Clients[0], zone, first),
        log => log.Outfits.Count >= expected.Count,
        () => $"{zone} lacks some of {expected.Count} outfits.\n{cluster.Said}");

    private static async Task<ZoneLog> Read(TerritoryService.TerritoryServiceClient client, ClusterZone zone, long first)
    {
        var outfits = new List<long>();
        var sequence = 0L;
        while (true)
        {
            var page = await client.ListZoneEventsAsync(new() { WorldId = zone.World, ZoneId = zone.Zone, After = sequence, Limit = Page });
            foreach (var told in page.Events)
            {
                Assert.Equal(++sequence, told.Sequence);
                if (told.EventCase == ZoneEvent.EventOneofCase.FacilityCaptured && told.FacilityCaptured.OutfitId >= first)
                {
                    outfits.Add(told.FacilityCaptured.OutfitId);
                }
            }

            if (page.Events.Count < Page)
            {
                return new(sequence, outfits);
            }
        }
    }
}
