using OrleansGameState.Bench.Frames;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Bench.Serving;

/// <summary>The zones that are read: one whose answer is about 1 KB, and one as large as the game's largest.</summary>
internal static class SampleZones
{
    public const int WorldId = 10;
    public const uint SmallZoneId = 2;
    public const uint FullZoneId = 4;

    /// <summary>About 1 KB over gRPC, which takes fewer bytes for the same.</summary>
    public const uint MediumZoneId = 8;

    /// <summary>Lacks a map, so that it takes any facility.</summary>
    public const uint LiveZoneId = 6;

    private const int Columns = 10;

    /// <summary>Years before now, as recordings are.</summary>
    public static DateTimeOffset Start { get; } = new(2021, 1, 24, 12, 0, 0, TimeSpan.Zero);

    public static string SmallPath => $"/api/v1/territory/worlds/{WorldId}/zones/{SmallZoneId}";

    public static string FullPath => $"/api/v1/territory/worlds/{WorldId}/zones/{FullZoneId}";

    public static async Task TellAsync(IGrainFactory grains)
    {
        await TellAsync(grains.GetGrain<IZoneGrain>(TerritoryKeys.Zone(WorldId, SmallZoneId)), 3);
        await TellAsync(grains.GetGrain<IZoneGrain>(TerritoryKeys.Zone(WorldId, FullZoneId)), 90);
        await TellAsync(grains.GetGrain<IZoneGrain>(TerritoryKeys.Zone(WorldId, MediumZoneId)), 12);
        foreach (var zone in PushFrames.Zones)
        {
            // Only what was heard of can be watched.
            await grains.GetGrain<IZoneGrain>(TerritoryKeys.Zone(PushFrames.Watched, (uint)zone))
                .Execute(new ReportFacilityControl(1, Faction.None, Faction.VanuSovereignty, 0, null, Start));
        }
    }

    /// <summary>A map of regions on a grid, each linked to the one before it and the one above; the first three are warpgates.</summary>
    public static ZoneMap Map(int regions) => new(
        "Benchland",
        new(2026, 5, 1),
        $"bench-{regions}",
        [.. Enumerable.Range(1, regions).Select(Region)],
        [.. Links(regions)]);

    public static ReportMap Poll(int regions, DateTimeOffset requestedAt, int turn = 0) => new(
        requestedAt,
        0,
        10,
        [.. Enumerable.Range(1, regions).Select(id => new RegionOwner(2000 + id, (Faction)(1 + ((id + (id > 3 ? turn : 0)) % 3))))]);

    private static async Task TellAsync(IZoneGrain zone, int regions)
    {
        await zone.Execute(new LearnMap(Map(regions)));
        await zone.Execute(Poll(regions, Start));
        for (var facility = 4; facility <= regions; facility += 2)
        {
            await zone.Execute(new ReportFacilityControl(
                facility, (Faction)(1 + (facility % 3)), (Faction)(1 + ((facility + 1) % 3)), 3600, 37537074285186809, Start.AddSeconds(facility)));
        }
    }

    private static MapRegion Region(int id) => new(
        2000 + id,
        id,
        $"Facility {id}",
        id <= 3 ? MapRegion.WarpgateTypeId : 6,
        id <= 3 ? "Warpgate" : "Small Outpost",
        id % Columns * 500.5,
        id / Columns * 500.5);

    private static IEnumerable<LatticeLink> Links(int regions) => Enumerable.Range(2, regions - 1)
        .SelectMany(id => id > Columns ? new[] { new LatticeLink(id - 1, id), new LatticeLink(id - Columns, id) } : [new(id - 1, id)]);
}
