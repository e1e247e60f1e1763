using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>A map as ways: links, and the tunnels that the map has open. Of two ways to the same sector a direct link is told first.</summary>
internal sealed class MapGraph
{
    private readonly Dictionary<string, ImmutableArray<PathStep>> _ways;

    public MapGraph(UniverseMap map)
    {
        Version = map.Version;
        var tunnels = map.Tunnels.Where(IsOpen).ToLookup(tunnel => tunnel.Chart.From, tunnel => new PathStep(tunnel.Chart.To, MoveVia.Tunnel, tunnel.Chart.TurnCost), StringComparer.Ordinal);
        _ways = map.Sectors.ToDictionary(
            sector => sector.Id,
            sector => sector.Links.Select(link => new PathStep(link.To, MoveVia.Warp, link.TurnCost)).Concat(tunnels[sector.Id]).ToImmutableArray(),
            StringComparer.Ordinal);
    }

    /// <summary>The map's version.</summary>
    public long Version { get; }

    public bool Has(string sector) => _ways.ContainsKey(sector);

    /// <summary>The ways out of a sector, those by link first.</summary>
    public ImmutableArray<PathStep> From(string sector) => _ways[sector];

    private static bool IsOpen(TunnelDraft tunnel) =>
        tunnel.Status is null or TunnelStatus.Active or TunnelStatus.Unstable or TunnelStatus.Degrading && !(tunnel.Uses >= tunnel.Chart.MaxUses);
}
