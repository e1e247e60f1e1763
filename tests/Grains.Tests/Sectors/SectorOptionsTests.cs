using Microsoft.Extensions.Configuration;
using OrleansGameState.Grains.Sectors;

namespace OrleansGameState.Grains.Tests.Sectors;

public sealed class SectorOptionsTests
{
    public static TheoryData<string, Action<SectorOptions>> Wrong => new()
    {
        { "Sectors:RadiationChance", options => options.RadiationChance = 1.01 },
        { "Sectors:RadiationChance", options => options.RadiationChance = double.NaN },
        { "Sectors:AnomalyChance", options => options.AnomalyChance = -0.01 },
        { "Sectors:AriaThresholds", options => options.AriaThresholds = [10, 10] },
        { "Sectors:AriaThresholds", options => options.AriaThresholds = [0, 10] },
        { "Sectors:AriaThresholds", options => options.AriaThresholds = [.. Enumerable.Range(1, 101)] },
        { "Sectors:StartingTurns", options => options.StartingTurns = -1 },
        { "Sectors:SessionMinutes", options => options.SessionMinutes = 0 },
        { "Sectors:SweepSeconds", options => options.SweepSeconds = 4 },
        { "Sectors:ActivitySeconds", options => options.ActivitySeconds = 0 },
        { "Sectors:ReservationSeconds", options => options.ReservationSeconds = 601 },
        { "Sectors:ReservationWaitMilliseconds", options => options.ReservationWaitMilliseconds = -1 },
        { "Sectors:UnsettledMoves", options => options.UnsettledMoves = 1 },
    };

    [Fact]
    public void Defaults_AreValid_AndAsTheIssueHasThem()
    {
        var options = new SectorOptions();

        Assert.True(new SectorOptionsValidation().Validate(null, options).Succeeded);
        Assert.Equal((1.0, 0.05, TimeSpan.FromMinutes(30)), (options.RadiationChance, options.AnomalyChance, options.Session));
        Assert.Equal([10, 50, 200, 1000, 5000], options.Thresholds);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Value_OutsideItsRange_IsRefusedWithItsKeyAndTheCure(string key, Action<SectorOptions> spoil)
    {
        var options = new SectorOptions();
        spoil(options);

        var failure = Assert.Single(new SectorOptionsValidation().Validate(null, options).Failures!);

        Assert.StartsWith(key, failure, StringComparison.Ordinal);
        Assert.Contains("(default", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Thresholds_ThatAreSet_ReplaceTheUsualOnes()
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Sectors:AriaThresholds:0"] = "5", ["Sectors:AriaThresholds:1"] = "7" })
            .Build();

        Assert.Equal([5, 7], settings.GetSection(SectorOptions.Section).Get<SectorOptions>()!.Thresholds);
    }
}
