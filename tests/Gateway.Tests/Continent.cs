using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Tests;

/// <summary>A small continent: two warpgates, three bases in a row between them.</summary>
internal static class Continent
{
    public const uint ZoneId = 2;

    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static readonly ZoneMap Map = new(
        "Sampar",
        new(2026, 11, 20),
        "digest",
        [
            new(2201, 101, "North Gate", 7, "Warpgate", 0, 4000),
            new(2202, 102, "South Gate", 7, "Warpgate", 0, -4000),
            new(2203, 103, "Old Mill", 5, "Small Outpost", 10, 2000),
            new(2204, 104, "Quarry", 2, "Amp Station", 20, 0),
            new(2205, 105, "Ferry", 5, "Small Outpost", 30, -2000),
        ],
        [new(101, 103), new(103, 104), new(104, 105), new(105, 102)]);

    /// <summary>The map is read, and two factions hold it: sequence 6 or so.</summary>
    public static async Task<long> Settle(GatewayHost host, int worldId, uint zoneId = ZoneId)
    {
        var zone = host.Zone(worldId, zoneId);
        await zone.Execute(new LearnMap(Map));
        return (await zone.Execute(new ReportMap(
            Noon,
            0,
            10,
            [
                new(2201, Faction.VanuSovereignty),
                new(2202, Faction.NewConglomerate),
                new(2203, Faction.VanuSovereignty),
                new(2204, Faction.VanuSovereignty),
                new(2205, Faction.NewConglomerate),
            ]))).Sequence;
    }

    /// <summary>The quarry changes hands <paramref name="times"/> times, a minute apart, from <paramref name="first"/> minutes past noon.</summary>
    public static async Task<long> Fight(GatewayHost host, int worldId, int times, int first = 1, uint zoneId = ZoneId)
    {
        long sequence = 0;
        for (var minute = first; minute < first + times; minute++)
        {
            var (from, to) = minute % 2 == 1 ? (Faction.VanuSovereignty, Faction.NewConglomerate) : (Faction.NewConglomerate, Faction.VanuSovereignty);
            var command = new ReportFacilityControl(104, from, to, 60, 37509488620604883, Noon.AddMinutes(minute));
            sequence = (await host.Zone(worldId, zoneId).Execute(command)).Sequence;
        }

        return sequence;
    }
}
