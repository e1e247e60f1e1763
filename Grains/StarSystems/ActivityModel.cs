using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

/// <summary>
/// How much players did, from how far influence moved. The existing feed tells results and not its formula; this is a
/// model of our own: the swing times a factor of the population, since the same work moves a large population less.
/// </summary>
/// <remarks>
/// The factor is a line through the three points that the feed's documented examples give, by the logarithm of the
/// population, continued beyond them and never below <see cref="LeastFactor"/>. See docs/adr/0022.
/// </remarks>
internal static class ActivityModel
{
    private const double LeastFactor = 0.25;

    // A gap this long lessens nothing; each day more divides by one more.
    private const double WholeDays = 5;

    private static readonly (double Decades, double Factor)[] Points =
    [
        (Math.Log10(500_000), 0.102 / 0.097),
        (Math.Log10(1_927_340), 0.04551 / 0.01921),
        (Math.Log10(1_200_000_000), 0.083 / 0.01275),
    ];

    /// <summary>The estimate for a tick.</summary>
    /// <param name="swing">Sum of the absolute changes of influence.</param>
    /// <param name="population">Of the system; 0 where it is not known.</param>
    /// <param name="gap">How long the system was not seen before the tick.</param>
    public static ActivityEstimate Estimate(decimal swing, long population, TimeSpan gap)
    {
        var value = (double)swing * Factor(population);
        var rounded = Rounded(value);
        return new(Label(rounded), rounded, gap.TotalDays <= WholeDays ? rounded : Rounded(value / (gap.TotalDays - WholeDays + 1)), Bars(rounded));
    }

    private static double Factor(long population)
    {
        var decades = Math.Log10(Math.Max(population, 1));
        var (from, to) = decades < Points[1].Decades ? (Points[0], Points[1]) : (Points[1], Points[2]);
        var slope = (to.Factor - from.Factor) / (to.Decades - from.Decades);
        return Math.Max(LeastFactor, from.Factor + (slope * (decades - from.Decades)));
    }

    private static decimal Rounded(double value) => Share.Plain(Math.Round((decimal)value, 5, MidpointRounding.AwayFromZero));

    private static string Label(decimal value) => value < 0.1m ? "Low" : value < 0.3m ? "Medium" : "High";

    private static int Bars(decimal value) => value == 0 ? 0 : (int)Math.Min(5, Math.Floor(value * 10) + 1);
}
