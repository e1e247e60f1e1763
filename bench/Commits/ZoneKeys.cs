using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Bench.Commits;

/// <summary>Keys of zones that nobody else has; few a world, as in the game.</summary>
internal sealed class ZoneKeys
{
    private const int ZonesPerWorld = 10;

    private static int _worlds;

    /// <param name="count">How many.</param>
    /// <param name="above">They are of worlds above this one.</param>
    public ZoneKeys(int count, int above = 0)
    {
        var first = above + Interlocked.Add(ref _worlds, 1 + (count / ZonesPerWorld)) - (count / ZonesPerWorld);
        All = [.. Enumerable.Range(0, count).Select(entity => TerritoryKeys.Zone(first + (entity / ZonesPerWorld), (uint)(1 + (entity % ZonesPerWorld))))];
    }

    public int Count => All.Length;

    public string[] All { get; }
}
