using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Bench.Commits;

/// <summary>Keys of zones that nobody else has; few a world, as in the game.</summary>
internal sealed class ZoneKeys
{
    private const int ZonesPerWorld = 10;

    private static int _worlds;

    public ZoneKeys(int count)
    {
        var first = Interlocked.Add(ref _worlds, 1 + (count / ZonesPerWorld)) - (count / ZonesPerWorld);
        All = [.. Enumerable.Range(0, count).Select(entity => TerritoryKeys.Zone(first + (entity / ZonesPerWorld), (uint)(1 + (entity % ZonesPerWorld))))];
    }

    public int Count => All.Length;

    public string[] All { get; }
}
