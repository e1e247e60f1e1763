using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>Finds ways over a map. Pure; the same question has the same answer.</summary>
internal static class PathRules
{
    /// <summary>
    /// The way of the fewest turns, of those the one of the fewest steps, of those the one through the lowest ids. What is
    /// avoided is not passed through; a way may begin or end there.
    /// </summary>
    public static PathAnswer Find(MapGraph graph, string from, string to, IEnumerable<string> avoid)
    {
        foreach (var (field, sector) in new[] { ("from", from), ("to", to) })
        {
            if (!graph.Has(sector))
            {
                return new(graph.Version, 0, [], new("unknown-sector", field, $"The map has no sector '{sector}'."));
            }
        }

        var reached = Reach(graph, from, to, avoid.ToHashSet(StringComparer.Ordinal));
        return reached.TryGetValue(to, out var last)
            ? new(graph.Version, last.Cost.Turns, Steps(reached, from, to), null)
            : new(graph.Version, 0, [], new("no-path", "to", $"No way leads from {from} to {to}."));
    }

    private static Dictionary<string, Reached> Reach(MapGraph graph, string from, string to, HashSet<string> avoid)
    {
        var reached = new Dictionary<string, Reached>(StringComparer.Ordinal) { [from] = new(new(0, 0, from), "", default!) };
        var done = new HashSet<string>(StringComparer.Ordinal);
        var queue = new PriorityQueue<string, Cost>();
        queue.Enqueue(from, reached[from].Cost);
        while (queue.TryDequeue(out var sector, out var cost) && sector != to)
        {
            if (!done.Add(sector) || (sector != from && avoid.Contains(sector)))
            {
                continue;
            }

            foreach (var step in graph.From(sector))
            {
                var next = new Cost(cost.Turns + step.TurnCost, cost.Steps + 1, step.To);
                if (!reached.TryGetValue(step.To, out var known) || next.CompareTo(known.Cost) < 0)
                {
                    reached[step.To] = new(next, sector, step);
                    queue.Enqueue(step.To, next);
                }
            }
        }

        return reached;
    }

    private static ImmutableArray<PathStep> Steps(Dictionary<string, Reached> reached, string from, string to)
    {
        var steps = ImmutableArray.CreateBuilder<PathStep>();
        for (var sector = to; sector != from; sector = reached[sector].Before)
        {
            steps.Add(reached[sector].Step);
        }

        steps.Reverse();
        return steps.DrainToImmutable();
    }

    private readonly record struct Cost(int Turns, int Steps, string Sector) : IComparable<Cost>
    {
        public int CompareTo(Cost other) =>
            Turns != other.Turns ? Turns.CompareTo(other.Turns)
            : Steps != other.Steps ? Steps.CompareTo(other.Steps)
            : string.CompareOrdinal(Sector, other.Sector);
    }

    private readonly record struct Reached(Cost Cost, string Before, PathStep Step);
}
