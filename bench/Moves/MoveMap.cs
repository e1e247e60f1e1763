using System.Collections.Immutable;
using System.Globalization;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Bench.Moves;

/// <summary>A universe of the size of a real one: 2,406 sectors, each on a ring and with links across, some 13,684 in all.</summary>
internal sealed class MoveMap
{
    public const int Sectors = 2_406;

    private const int Links = 13_684;
    private const int Seed = 442;

    private MoveMap(int[][] neighbours) => Neighbours = neighbours;

    /// <summary>Where a direct warp leads, by the sector's number less one; numbers from 1.</summary>
    public int[][] Neighbours { get; }

    public static MoveMap Make()
    {
        var random = new Random(Seed);
        var neighbours = Enumerable.Range(0, Sectors)
            .Select(sector => new SortedSet<int> { 1 + ((sector + 1) % Sectors), 1 + ((sector + Sectors - 1) % Sectors) })
            .ToArray();
        for (var links = 2 * Sectors; links < Links;)
        {
            var (from, to) = (random.Next(Sectors), random.Next(Sectors));
            if (from != to && neighbours[from].Add(1 + to))
            {
                links++;
            }
        }

        return new([.. neighbours.Select(set => set.ToArray())]);
    }

    public static string Id(int sector) => sector.ToString(CultureInfo.InvariantCulture);

    /// <summary>Where a player is at first, from 1.</summary>
    public static int StartOf(int player) => 1 + (player % Sectors);

    public UniverseDraft Draft() => new([.. Neighbours.Select(Chart)], [], [], null);

    private static SectorChart Chart(int[] links, int index) => new(
        Id(index + 1),
        $"Sector {index + 1}",
        index % 7 == 0 ? "NEBULA" : SectorTypes.Standard,
        index % 10,
        SectorDefenses.None,
        null,
        [],
        [],
        [.. links.Select(to => new SectorLink(Id(to), 1))],
        ImmutableArray<SectorLink>.Empty,
        null,
        false);
}
