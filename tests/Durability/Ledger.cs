using System.Text.Json.Nodes;

namespace OrleansGameState.Durability;

/// <summary>Every zone's log, and every world's, checked against what the load was told.</summary>
internal sealed class Ledger(Load load)
{
    public IReadOnlyList<ZoneLedger> Zones { get; } =
        [.. load.Zones.Select(zone => new ZoneLedger(zone, [.. load.Lanes.Where(lane => lane.Zone == zone)]))];

    public long Events => Zones.Sum(zone => zone.Sequence);

    /// <summary>Reads what is new. The load must be at rest.</summary>
    public Task Check(HttpClient http, Action<string> blame) => Task.WhenAll(Zones.Select(zone => zone.Check(http, blame)));

    /// <summary>Every change of a zone's status has come to its world, once and in order: waited for, since it is owed, not done at once.</summary>
    public async Task CheckWorlds(HttpClient http, Action<string> blame)
    {
        foreach (var world in Zones.GroupBy(zone => zone.Zone.World))
        {
            var path = $"/api/v1/territory/worlds/{world.Key}";
            var expected = world.ToDictionary(zone => zone.Zone.Id, zone => zone.Statuses);
            try
            {
                await Bound.Eventually(() => StatusesAt(http, path), told => world.All(zone => told[zone.Zone.Id].Count >= zone.Statuses.Count), () => path);
            }
            catch (TimeoutException timeout)
            {
                blame($"{path}: what its zones owed it did not come. {timeout.Message}");
            }

            var told = await StatusesAt(http, path);
            foreach (var zone in world.Where(zone => !told[zone.Zone.Id].SequenceEqual(zone.Statuses)))
            {
                blame($"{path}: of zone {zone.Zone.Id} it was told [{string.Join(", ", told[zone.Zone.Id])}], happened [{string.Join(", ", zone.Statuses)}]");
            }
        }
    }

    private async Task<Dictionary<uint, List<string>>> StatusesAt(HttpClient http, string world)
    {
        var statuses = load.Zones.Select(zone => zone.Id).Distinct().ToDictionary(id => id, _ => new List<string>());
        var sequence = 0L;
        await EventLog.Read(http, world, 0, told =>
        {
            Assert.Equal(++sequence, (long)told["sequence"]!);
            if (told["event"] is { } happened && (string?)happened["type"] == "zoneReported" && happened["zone"] is JsonObject zone && (string?)zone["status"] is not "unknown" and var status)
            {
                statuses[(uint)zone["zoneId"]!].Add($"{status} {zone["since"]}");
            }
        });
        return statuses;
    }
}
