using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>
/// Reads a universe as it was recorded from a running game: <c>{"sectors":{"6":{"sector_id":6,"adjacent_sectors":[..],..}}}</c>.
/// What it has beyond that is passed over.
/// </summary>
internal static class RecordedUniverse
{
    public static bool IsOne(StrictObject root) => root.IsObject("sectors");

    public static UniverseDraft Read(StrictObject root)
    {
        var sectors = root.Object("sectors")!.Members().Select(Sector).ToList();
        if (sectors.Count == 0)
        {
            root.Refuse("sectors", "is empty");
        }

        return new([.. sectors.Select(sector => sector.Chart)], [], [.. sectors.Select(sector => sector.Ships)], null);
    }

    private static (SectorChart Chart, SectorShips Ships) Sector(StrictObject sector)
    {
        var id = sector.Id("sector_id");
        var chart = new SectorChart(
            id,
            sector.Text("name", SectorChecks.LongestName),
            SectorTypes.Standard,
            0,
            sector.Object("counts") is { } counts ? Defenses(counts) : SectorDefenses.None,
            sector.OptionalText("beacon", SectorChecks.LongestBeacon),
            [.. sector.Objects("ports").Select(port => UniverseDocument.Place(port, "port_id"))],
            [.. sector.Objects("celestial_objects").Select(planet => UniverseDocument.Place(planet, "planet_id"))],
            Links(sector),
            [],
            null,
            IsStub: false);
        return (chart, new(id, [.. sector.Objects("ships_present").Select(ship => new Ship(ship.Id("ship_id"), ship.Text("name", SectorChecks.LongestName), ""))]));
    }

    private static SectorDefenses Defenses(StrictObject counts) =>
        new(0, counts.Whole("fighters", 0, int.MaxValue) ?? 0, counts.Whole("mines", 0, int.MaxValue) ?? 0);

    private static ImmutableArray<SectorLink> Links(StrictObject sector) =>
        [.. sector.Objects("adjacent_sectors").Select(link => link.Id("to_sector")).Distinct().Select(to => new SectorLink(to, 1))];
}
