using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>An import's sectors, and the ways between them.</summary>
internal sealed class ImportLinks
{
    private readonly UniverseDraft _draft;
    private readonly Dictionary<string, SectorChart> _sectors = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);
    private readonly List<string> _dangling = [];
    private readonly List<Rejection> _twice = [];

    private ImportLinks(UniverseDraft draft) => _draft = draft;

    /// <summary>Links and tunnels to or from sectors that the document does not have, as <c>from-&gt;to</c>.</summary>
    public ImmutableArray<string> Dangling => [.. _dangling];

    public static ImportLinks Read(UniverseDraft draft)
    {
        var links = new ImportLinks(draft);
        links.ReadSectors();
        links.ReadLinks();
        links.ReadTunnels();
        return links;
    }

    public bool Has(string sector, ImportChoices choices) => _sectors.ContainsKey(sector) || (choices.StubDanglingLinks && _missing.Contains(sector));

    public IEnumerable<Rejection> Refuse(ImportChoices choices) => choices.StubDanglingLinks
        ? _twice
        : _twice.Concat(_dangling.Select(way => new Rejection("dangling-link", "links", $"{way} leads from or to a sector that the document does not have.")));

    /// <summary>The sectors and the stubs, by id; each with its links, by where they lead.</summary>
    public ImmutableArray<SectorChart> Sectors()
    {
        var tunnels = _draft.Tunnels.ToLookup(tunnel => tunnel.Chart.From, tunnel => new SectorLink(tunnel.Chart.To, tunnel.Chart.TurnCost), StringComparer.Ordinal);
        return
        [
            .. _sectors.Values.Concat(_missing.Select(Stub))
                .Select(sector => sector with { Links = Ordered(sector.Links), Tunnels = Ordered(tunnels[sector.Id]) })
                .OrderBy(sector => sector.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The tunnels, by from and to.</summary>
    public ImmutableArray<TunnelDraft> Tunnels() =>
        [.. _draft.Tunnels.OrderBy(tunnel => tunnel.Chart.From, StringComparer.Ordinal).ThenBy(tunnel => tunnel.Chart.To, StringComparer.Ordinal)];

    private void ReadSectors()
    {
        foreach (var sector in _draft.Sectors)
        {
            if (!_sectors.TryAdd(sector.Id, sector))
            {
                _twice.Add(new("duplicate-sector", "sectors.id", $"Sector {sector.Id} is in the document twice."));
            }
        }
    }

    private void ReadLinks()
    {
        foreach (var sector in _draft.Sectors)
        {
            // A link that is told from both its ends is told twice; only where the two differ is that an error.
            foreach (var links in sector.Links.GroupBy(link => link.To, StringComparer.Ordinal))
            {
                Meet(sector.Id, links.Key);
                if (links.Distinct().Skip(1).Any())
                {
                    _twice.Add(new("duplicate-link", "links", $"The link {sector.Id}->{links.Key} is in the document twice, with different costs."));
                }
            }
        }
    }

    private void ReadTunnels()
    {
        var known = new HashSet<(string, string)>();
        foreach (var (from, to) in _draft.Tunnels.Select(tunnel => (tunnel.Chart.From, tunnel.Chart.To)))
        {
            Meet(from, to);
            if (!known.Add((from, to)))
            {
                _twice.Add(new("duplicate-tunnel", "tunnels", $"The tunnel {from}->{to} is in the document twice."));
            }
        }
    }

    private void Meet(string from, string to)
    {
        if (from == to)
        {
            _twice.Add(new("circular-link", "links", $"{from}->{to} leads to where it begins."));
        }

        var missing = new[] { from, to }.Where(sector => !_sectors.ContainsKey(sector)).ToArray();
        _missing.UnionWith(missing);
        if (missing.Length > 0)
        {
            _dangling.Add($"{from}->{to}");
        }
    }

    private static SectorChart Stub(string id) => new(id, "", SectorTypes.Standard, 0, SectorDefenses.None, null, [], [], [], [], null, true);

    private static ImmutableArray<SectorLink> Ordered(IEnumerable<SectorLink> links) => [.. links.DistinctBy(link => link.To).OrderBy(link => link.To, StringComparer.Ordinal)];
}
