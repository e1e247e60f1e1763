using OrleansGameState.Grains.Tests.StarSystems.Simulation;
using Xunit.Abstractions;

namespace OrleansGameState.Grains.Tests.StarSystems;

/// <summary>
/// The day's tick, called over simulated months. GALAXY_SEED and GALAXY_DAYS run another galaxy, or longer.
/// </summary>
public sealed class GalaxySimulationTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void HundredDays_EachTickIsCalledOnceWithinTenMinutes_AndNothingElse(ulong seed)
    {
        var run = Run(new(), seed);
        var verdict = Told(run);

        Assert.Empty(verdict.False);
        Assert.Empty(verdict.Missed);
        Assert.InRange(verdict.Detections.Length, verdict.Ticks - 1, verdict.Ticks);
        Assert.All(verdict.Detections, minutes => Assert.InRange(minutes, 0, 10));
        Assert.Equal(0, verdict.Withdrawn);
        Assert.InRange(verdict.Confirmed, verdict.Detections.Length - 1, verdict.Detections.Length + 5);
        Assert.InRange(run.LargestState, 1, 48 * 1024);
    }

    // A clean feed is no harder than one with twice the junk, of which only what shows no true state is made more.
    [Fact]
    public void TwiceTheJunk_CallsNoFalseTick()
    {
        var verdict = Told(Run(new() { Days = 40, FalseStates = 0.005, StaleStates = 0.005 }, 3));

        Assert.Empty(verdict.False);
        Assert.Empty(verdict.Missed);
    }

    [Fact]
    public void GalaxyThatNeverTicks_CallsNothing_AndIsOverdueOnce()
    {
        var verdict = Told(Run(new() { Days = 40, Ticks = false }, 4));

        Assert.Empty(verdict.False);
        Assert.Equal(1, verdict.Overdue);
    }

    // Where ingestors tell no measures, minutes stand in for messages; the rush after the maintenance is then a usual one.
    [Fact]
    public void GalaxyThatDoesNotKnowItsTraffic_CallsNoFalseTick()
    {
        var verdict = Told(Run(new() { Days = 40, TellsTraffic = false, Rush = 2 }, 5));

        Assert.Empty(verdict.False);
        Assert.Empty(verdict.Missed);
    }

    // The months above take a light model of the systems; here it is held to their own rules, which feed the galaxy.
    [Fact]
    public void GalaxyFedByTheSystemsOwnRules_CallsEachTick_AndHearsTheSameAsByTheLightModel()
    {
        GalaxySetting setting = new() { Days = 3, Systems = 3000, MeanRate = 1, Outages = 0.5 };
        var verdict = Told(new GalaxyRun(setting, 6, isByRules: true).Go());

        Assert.Equal(new GalaxyVerdict(new GalaxyRun(setting, 6).Go()).Detections, verdict.Detections);
        Assert.Empty(verdict.False);
        Assert.InRange(verdict.Detections.Length, 2, 3);
    }

    private static GalaxyRun Run(GalaxySetting setting, ulong seed) => new GalaxyRun(
        setting with { Days = int.TryParse(Environment.GetEnvironmentVariable("GALAXY_DAYS"), out var days) ? days : setting.Days },
        ulong.TryParse(Environment.GetEnvironmentVariable("GALAXY_SEED"), out var other) ? other : seed).Go();

    private GalaxyVerdict Told(GalaxyRun run)
    {
        var verdict = new GalaxyVerdict(run);
        output.WriteLine($"{verdict}; {(double)run.Galaxy.Junk / run.Galaxy.Sent:P1} junk, {run.Noted} events of evidence, state at most {run.LargestState} bytes.");
        return verdict;
    }
}
