using OrleansGameState.Grains.StarSystems;

namespace OrleansGameState.Grains.Tests.StarSystems;

public sealed class GalaxyOptionsTests
{
    public static TheoryData<string, Action<GalaxyOptions>> Wrong => new()
    {
        { "Galaxy:SettleHours", options => options.SettleHours = 1 },
        { "Galaxy:MinimumHours", options => options.MinimumHours = 7 },
        { "Galaxy:SlackMinutes", options => options.SlackMinutes = 0 },
        { "Galaxy:DoubtfulConfidence", options => options.DoubtfulConfidence = 0.5 },
        { "Galaxy:ConfirmedConfidence", options => options.ConfirmedConfidence = 0.89 },
        { "Galaxy:LeastSystems", options => options.LeastSystems = 2 },
        { "Galaxy:BorneOutHours", options => options.BorneOutHours = double.NaN },
        { "Galaxy:OverdueHours", options => options.OverdueHours = 12 },
    };

    [Fact]
    public void Defaults_AreValid() => Assert.True(new GalaxyOptionsValidation().Validate(null, new()).Succeeded);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Value_OutsideItsRange_IsRefusedWithItsKeyAndTheRange(string key, Action<GalaxyOptions> spoil)
    {
        var options = new GalaxyOptions();
        spoil(options);

        var failure = Assert.Single(new GalaxyOptionsValidation().Validate(null, options).Failures!);

        Assert.StartsWith(key, failure, StringComparison.Ordinal);
        Assert.Contains("set it from", failure, StringComparison.Ordinal);
    }
}
