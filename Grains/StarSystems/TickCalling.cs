using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>
/// Tells the beginning of a tick from false changes: the statistic of Shiryaev and Roberts over every instant at which the
/// tick may have started. docs/adr/0023-galaxy-tick.md derives it.
/// </summary>
internal static class TickCalling
{
    // How many true changes a minute of a system's waiting is worth in false ones; what that is on a given day (how many
    // systems change, how fast the pass goes, how clean the feed is) is not known, so that each is held possible alike.
    private static readonly ImmutableArray<double> Strengths = [0.125, 0.25, 0.5, 1, 2, 4];

    // How long a system's false change may well stand that is seen all the time.
    private const double StandingMinutes = 5;

    /// <summary>The run that speaks most for a tick; null where there are too few changes to speak of one.</summary>
    /// <param name="galaxy">Its evidence is looked at.</param>
    /// <param name="traffic">What the feeds brought.</param>
    /// <param name="notBefore">No tick can have started before.</param>
    /// <param name="leastSystems">Systems that a run has at least.</param>
    public static TickRun? Find(GalaxyState galaxy, FeedTraffic traffic, DateTimeOffset notBefore, int leastSystems)
    {
        var evidence = galaxy.Evidence;
        var from = 0;
        while (from < evidence.Length && evidence[from].Until < notBefore)
        {
            from++;
        }

        if (evidence.Length - from < leastSystems)
        {
            return null;
        }

        var rates = new FalseChangeRates(galaxy, traffic, evidence[from].Until);
        var (total, best, first) = (0.0, 0.0, -1);
        for (var start = from; start <= evidence.Length - leastSystems; start++)
        {
            var weight = Weight(evidence.AsSpan()[start..], rates, traffic) * Likeliness(galaxy, evidence[start].Until);
            total += weight;
            (best, first) = weight > best ? (weight, start) : (best, first);
        }

        return first < 0 ? null : new(evidence[first], evidence.Length - first, total / (total + rates.PerDay));
    }

    // Ticks wander by hours from one day to the next, but not by many: of all instants, most that begin one lie about a day
    // after the one before.
    private static double Likeliness(GalaxyState galaxy, DateTimeOffset start) => galaxy.LastTick is not { Standing: GalaxyTickStanding.Confirmed } last ? 1
        : Math.Abs((start - last.StartedAt).TotalHours - 24) <= 4 ? 2.5
        : 0.5;

    /// <summary>How many times likelier the changes are if a tick started with the first of them than if none did.</summary>
    private static double Weight(ReadOnlySpan<StateChangeEvidence> run, FalseChangeRates rates, FeedTraffic traffic)
    {
        var (start, end) = (run[0].Until, run[^1].Until);
        var length = (end - start).TotalMinutes;
        var rush = length > 0 ? traffic.Filled(start, end).TotalMinutes / length : 1;
        var expected = rates.Reached(length) * rush;
        Span<double> ratios = stackalloc double[run.Length];
        for (var index = 0; index < run.Length; index++)
        {
            ratios[index] = Ratio(run[index], start, end);
        }

        var weight = 0.0;
        foreach (var strength in Strengths)
        {
            var exponent = -strength * expected;
            foreach (var ratio in ratios)
            {
                exponent += Math.Log(1 + (strength * ratio));
            }

            weight += Math.Exp(Math.Min(exponent, 600)) / Strengths.Length;
        }

        return weight;
    }

    // A tick had since its start, or since the system was last seen, to reach the system. A false change does not wait for
    // that, but is taken back once the system is seen again: that it still stands speaks against it.
    private static double Ratio(StateChangeEvidence change, DateTimeOffset start, DateTimeOffset end)
    {
        var gap = Math.Max((change.Until - change.Since).TotalMinutes, 0);
        var reached = Math.Min(gap, (change.Until - start).TotalMinutes);
        var stood = (end - change.Until).TotalMinutes;
        return reached * (gap + StandingMinutes + stood) / (gap + StandingMinutes);
    }
}
