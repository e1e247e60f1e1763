using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Grains.StarSystems;

namespace OrleansGameState.Grains.Tests.StarSystems;

public sealed class ActivityModelTests
{
    [Theory]
    [InlineData(0.097, 500_000, "Medium", 0.102, 2)]
    [InlineData(0.01921, 1_927_340, "Low", 0.04551, 1)]
    [InlineData(0.01275, 1_200_000_000, "Low", 0.083, 1)]
    [InlineData(0, 1_200_000_000, "Low", 0, 0)]
    [InlineData(0.4, 0, "Medium", 0.1, 2)]
    public void Estimate_GoesThroughTheFeedsExamples(double swing, long population, string label, double value, int bars) => Assert.Equal(
        new(label, (decimal)value, (decimal)value, bars),
        ActivityModel.Estimate((decimal)swing, population, TimeSpan.FromDays(1)));

    [Theory]
    [InlineData(0.09999, "Low", 1)]
    [InlineData(0.1, "Medium", 2)]
    [InlineData(0.29999, "Medium", 3)]
    [InlineData(0.3, "High", 4)]
    [InlineData(0.4, "High", 5)]
    [InlineData(3, "High", 5)]
    public void LabelAndBars_FollowTheValue(double value, string label, int bars)
    {
        // A population of none has a factor of a quarter.
        var estimate = ActivityModel.Estimate((decimal)value * 4, 0, TimeSpan.Zero);

        Assert.Equal((label, bars, (decimal)value), (estimate.Label, estimate.Bars, estimate.Value));
    }

    [Theory]
    [InlineData(0, 0.2)]
    [InlineData(5, 0.2)]
    [InlineData(6, 0.1)]
    [InlineData(8, 0.05)]
    public void AdjustedValue_IsLessenedAfterFiveDays(double days, double adjusted) =>
        Assert.Equal((0.2m, (decimal)adjusted), (Of(days).Value, Of(days).ValueAdj));

    [Fact]
    public void Factor_RisesWithThePopulation()
    {
        long[] populations = [0, 1, 1000, 500_000, 1_000_000, 1_927_340, 50_000_000, 1_200_000_000, 22_780_919_531, long.MaxValue];

        var values = populations.Select(population => ActivityModel.Estimate(0.1m, population, TimeSpan.Zero).Value).ToArray();

        Assert.Equal(values.Order(), values);
        Assert.True(values[^1] > values[^2]);
    }

    private static ActivityEstimate Of(double days) => ActivityModel.Estimate(0.8m, 0, TimeSpan.FromDays(days));
}
