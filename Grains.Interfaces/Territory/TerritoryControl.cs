using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>Territory control of a zone, from its state.</summary>
public static class TerritoryControl
{
    private static readonly ImmutableArray<Faction> Factions =
        [Faction.VanuSovereignty, Faction.NewConglomerate, Faction.TerranRepublic, Faction.NsOperatives];

    // A map lives as long as its zone's states; its lattice is made once.
    private static readonly ConditionalWeakTable<ZoneMap, ILookup<int, int>> Lattices = [];

    /// <summary>Control by faction: VS, NC and TR always, NSO where it holds something.</summary>
    public static ImmutableArray<FactionControl> Of(ZoneState zone)
    {
        var counted = Counted(zone);
        var lattice = zone.Map is { Links.IsEmpty: false } map ? Lattices.GetValue(map, Lattice) : null;
        return
        [
            .. from faction in Factions
               let control = Of(zone, faction, counted, lattice)
               where faction != Faction.NsOperatives || control.Facilities > 0
               select control,
        ];
    }

    private static FactionControl Of(ZoneState zone, Faction faction, HashSet<int> counted, ILookup<int, int>? lattice)
    {
        var held = counted.Count(id => Holds(zone, faction, id));
        var connected = lattice is null ? 0 : Connected(zone, faction, lattice).Count(counted.Contains);
        return new(faction, held, Percent(held, counted.Count), connected, lattice is null ? null : Percent(connected, counted.Count));
    }

    // Where the map is not known, what was heard of is all there is to count.
    private static HashSet<int> Counted(ZoneState zone) => zone.Map is { Regions.IsEmpty: false } map
        ? [.. map.Regions.Where(region => !region.IsWarpgate).Select(region => region.FacilityId).OfType<int>()]
        : [.. zone.Facilities.Keys];

    private static ILookup<int, int> Lattice(ZoneMap map) => map.Links
        .SelectMany(link => new[] { (From: link.FacilityA, To: link.FacilityB), (From: link.FacilityB, To: link.FacilityA) })
        .ToLookup(link => link.From, link => link.To);

    private static HashSet<int> Connected(ZoneState zone, Faction faction, ILookup<int, int> lattice)
    {
        var gates = zone.Map!.Regions.Where(region => region.IsWarpgate).Select(region => region.FacilityId).OfType<int>();
        var reached = new HashSet<int>(gates.Where(id => Holds(zone, faction, id)));
        var frontier = new Queue<int>(reached);
        while (frontier.TryDequeue(out var facility))
        {
            foreach (var next in lattice[facility].Where(id => Holds(zone, faction, id) && reached.Add(id)))
            {
                frontier.Enqueue(next);
            }
        }

        return reached;
    }

    private static bool Holds(ZoneState zone, Faction faction, int facilityId) =>
        zone.Facilities.TryGetValue(facilityId, out var facility) && facility.Owner == faction;

    private static double Percent(int part, int whole) => whole == 0 ? 0 : Math.Round(100.0 * part / whole, 2);
}
