using System.Collections.Immutable;

namespace OrleansGameState.Grains.Sectors;

/// <summary>Finds a sector's neighbourhood. Pure.</summary>
internal static class ScanRules
{
    /// <summary>How far one can look, in steps.</summary>
    public const int Deepest = 5;

    /// <summary>How many sectors are found at most.</summary>
    public const int MostSectors = 1000;

    /// <summary>The sectors within that many steps, the nearest first, of those by where their neighbours list them.</summary>
    /// <param name="graph">The map.</param>
    /// <param name="from">Where to begin; a sector of the map.</param>
    /// <param name="depth">How many steps.</param>
    public static ImmutableArray<(string Sector, int Distance)> Find(MapGraph graph, string from, int depth)
    {
        var found = new List<(string Sector, int Distance)> { (from, 0) };
        var known = new HashSet<string>(StringComparer.Ordinal) { from };
        for (var next = 0; next < found.Count && found[next].Distance < depth; next++)
        {
            foreach (var step in graph.From(found[next].Sector))
            {
                if (found.Count < MostSectors && known.Add(step.To))
                {
                    found.Add((step.To, found[next].Distance + 1));
                }
            }
        }

        return [.. found];
    }
}
