using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>A document's links, by the sector that they lead out of; one that is there twice at the same cost is one.</summary>
internal sealed class DraftedLinks(ImmutableHashSet<string> sectors, bool stubsAreMade)
{
    private readonly Dictionary<string, List<SectorLink>> _links = new(StringComparer.Ordinal);
    private readonly HashSet<(string From, string To, int Cost)> _known = [];
    private readonly List<string> _stubs = [];

    public void Add(StrictObject link)
    {
        var (from, to) = (link.Id("from"), link.Id("to"));
        var cost = link.Whole("turnCost", 0, UniverseDocument.MostTurnCost) ?? 1;
        var isTwoWay = link.Flag("twoWay") ?? false;
        link.Done();
        if (!sectors.Contains(from) && !stubsAreMade)
        {
            link.Refuse("from", $"is '{from}', which is not among the sectors; danglingLinks=stub makes a stub of it");
        }

        Add(from, to, cost);

        // One that is not there has no way back.
        if (isTwoWay && sectors.Contains(to))
        {
            Add(to, from, cost);
        }
    }

    /// <summary>The sector with its links; those of an id that is there twice are the first's.</summary>
    public SectorChart TakenBy(SectorChart sector) =>
        _links.Remove(sector.Id, out var links) ? sector with { Links = [.. links] } : sector;

    /// <summary>Sectors that only links lead out of.</summary>
    public IEnumerable<SectorChart> Stubs() => _stubs.Select(id => new SectorChart(
        id, "", SectorTypes.Standard, 0, SectorDefenses.None, null, [], [], [.. _links[id]], [], null, IsStub: true));

    private void Add(string from, string to, int cost)
    {
        if (!_known.Add((from, to, cost)))
        {
            return;
        }

        if (!_links.TryGetValue(from, out var links))
        {
            _links[from] = links = [];
            if (!sectors.Contains(from))
            {
                _stubs.Add(from);
            }
        }

        links.Add(new(to, cost));
    }
}
