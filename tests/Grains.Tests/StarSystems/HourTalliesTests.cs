using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Grains.StarSystems;
using OrleansGameState.Grains.Tests.StarSystems.Simulation;

namespace OrleansGameState.Grains.Tests.StarSystems;

public sealed class HourTalliesTests
{
    private static readonly DateTimeOffset Hour = new(2026, 5, 16, 14, 0, 0, TimeSpan.Zero);

    private readonly HourTallies _tallies = new();

    [Fact]
    public void Hour_IsOver_FiveMinutesAfterItsEnd()
    {
        _tallies.Add(Tick(1, 10, 0.1m, 0.03m), Hour.AddMinutes(10));
        _tallies.Add(Tick(2, 61, 0.2m, 0.03m), Hour.AddMinutes(61));

        Assert.Empty(_tallies.Over(Hour.AddMinutes(64)));
        _tallies.Add(Tick(3, 20, 0.1m, 0.03m), Hour.AddMinutes(66));
        var over = _tallies.Over(Hour.AddMinutes(66));
        Assert.Equal((Hour, 1, 1), (over.Single().Hour, over[0].SystemTicks, over[0].StateChanges));
        _tallies.Forget(over);
        Assert.Equal(Hour.AddHours(1), Assert.Single(_tallies.Open).Hour);
    }

    [Fact]
    public void Tick_AheadOfTheClock_IsNotCounted()
    {
        _tallies.Add(Tick(1, 10, 0.1m, 0.03m), Hour);

        Assert.Empty(_tallies.Open);
    }

    [Fact]
    public void Hour_HasTheBusiestSystemsAndTheLowestFactions_EachOnce()
    {
        for (var system = 1; system <= 50; system++)
        {
            _tallies.Add(Tick(system, 1, system * 0.01m, system * 0.001m), Hour.AddMinutes(10));
            _tallies.Add(Tick(system, 2, system * 0.005m, system * 0.001m), Hour.AddMinutes(10));
        }

        var tally = Assert.Single(_tallies.Open);
        Assert.Equal(100, tally.SystemTicks);
        Assert.Equal(Enumerable.Range(41, 10).Reverse().Select(system => (long)system), tally.Busiest.Select(busy => busy.SystemAddress));
        Assert.Equal(0.5m, tally.Busiest[0].Activity.ValueAdj);
        Assert.Equal(Enumerable.Range(1, 20).Select(system => (long)system), tally.AtRisk.Select(faction => faction.SystemAddress));
        Assert.All(tally.AtRisk, faction => Assert.Equal(Hour.AddMinutes(2), faction.Timestamp));
    }

    private static SystemTick Tick(long system, double minute, decimal activity, decimal influence)
    {
        var tick = SampleTicks.Of(system, Hour.AddHours(-1), Hour.AddMinutes(minute));
        return tick with
        {
            Metrics = tick.Metrics with
            {
                StateChange = true,
                BgsActivityEstimate = new("Low", activity, activity, 1),
                AtRiskNNFactions = [new("Xbaquitae Gold Comms Exchange", influence, 0.058m, "Active")],
            },
        };
    }
}
