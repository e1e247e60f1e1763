using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>
/// How often a state change is told that no tick brought about: false ones arrive all day, at a steady share of all messages.
/// Learned from quarters of an hour in which any was told; those without are left out, so that a silence is not taken for peace.
/// </summary>
internal sealed class FalseChangeRates
{
    // What is believed before anything was seen: 20 an hour, as if that had been seen for an hour.
    private const double PriorPerClass = 20.0 / UnexplainedChanges.Gaps;

    private readonly double[] _perMinute = new double[UnexplainedChanges.Gaps];

    /// <summary>The rates before a time, which is that of the earliest change that may belong to a tick.</summary>
    public FalseChangeRates(GalaxyState galaxy, FeedTraffic traffic, DateTimeOffset before)
    {
        var hours = 1.0;
        var counts = new int[UnexplainedChanges.Gaps];
        foreach (var quarter in galaxy.Unexplained.Where(quarter => quarter.From + UnexplainedChanges.Span <= before))
        {
            hours += traffic.Filled(quarter.From, quarter.From + UnexplainedChanges.Span).TotalHours;
            for (var index = 0; index < counts.Length; index++)
            {
                counts[index] += quarter.ByGap[index];
            }
        }

        // One standard deviation more than was counted: a rate that is believed too low calls false ticks.
        for (var index = 0; index < counts.Length; index++)
        {
            _perMinute[index] = (counts[index] + Math.Sqrt(counts[index]) + PriorPerClass) / (hours * 60);
        }
    }

    public double PerDay => _perMinute.Sum() * 24 * 60;

    /// <summary>
    /// For a tick that started a while ago: the sum, over the false changes to be expected since, of the minutes in which the
    /// tick could have reached their systems before they were seen again.
    /// </summary>
    public double Reached(double minutes)
    {
        var sum = 0.0;
        var gap = 1.5;
        foreach (var rate in _perMinute)
        {
            sum += rate * (minutes <= gap ? minutes * minutes / 2 : (gap * gap / 2) + (gap * (minutes - gap)));
            gap *= 2;
        }

        return sum;
    }
}
