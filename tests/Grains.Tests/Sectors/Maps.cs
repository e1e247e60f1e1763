using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Tests.Sectors;

/// <summary>Maps and drafts as tests need them.</summary>
internal static class Maps
{
    public static readonly UniverseMapState None = UniverseMapState.Initial("u1/universe/map");

    /// <summary>Sectors by their ways, such as <c>1->2 1->3:5</c>: a link of one turn, and one of five.</summary>
    public static ImmutableArray<SectorChart> Sectors(string ids, string links = "") =>
        [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => Sector(id, [.. Ways(links).Where(way => way.From == id).Select(way => way.Link)]))];

    public static SectorChart Sector(string id, params ImmutableArray<SectorLink> links) =>
        new(id, $"Sector {id}", SectorTypes.Standard, 0, SectorDefenses.None, null, [], [], links, [], null, false);

    public static TunnelDraft Tunnel(string from, string to, int turnCost = 1, int? maxUses = null, TunnelStatus? status = null, int? uses = null) =>
        new(new(from, to, "NATURAL", 0.9, turnCost, maxUses), status, uses);

    public static UniverseDraft Draft(ImmutableArray<SectorChart> sectors, params ImmutableArray<TunnelDraft> tunnels) => new(sectors, tunnels, [], null);

    public static SectorShips Ships(string sector, params string[] ships) => new(sector, [.. ships.Select(ship => new Ship(ship, "", ""))]);

    private static IEnumerable<(string From, SectorLink Link)> Ways(string links) =>
        from way in links.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let ends = way.Split("->")
        let target = ends[1].Split(':')
        select (ends[0], new SectorLink(target[0], target.Length == 1 ? 1 : int.Parse(target[1], null)));
}
