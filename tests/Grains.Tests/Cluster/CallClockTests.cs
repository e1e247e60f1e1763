using FsCheck;
using FsCheck.Fluent;
using OrleansGameState.Grains.Cluster;

namespace OrleansGameState.Grains.Tests.Cluster;

public sealed class CallClockTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(14);

    private static readonly Gen<long> Ticks =
        from bits in Gen.Choose(0, 32)
        from fraction in Gen.Choose(0, 1_000_000)
        select Math.Min((1L << bits) + (long)((1L << bits) * (fraction / 1e6)), Longest.Ticks);

    [Fact]
    public void Step_OfATime_EndsAnEighthLaterAtMost() => Check.QuickThrowOnFailure(Prop.ForAll(
        Arb.From(Ticks),
        ticks => CallClock.EndOf(CallClock.StepOf(ticks)) is var end && end >= ticks && end <= ticks + (ticks / 8)));

    [Fact]
    public void Step_OfALongerTime_IsNotBefore() => Check.QuickThrowOnFailure(Prop.ForAll(
        Arb.From(Ticks),
        Arb.From(Ticks),
        (one, other) => (one <= other) == (CallClock.StepOf(one) <= CallClock.StepOf(other)) || CallClock.StepOf(one) == CallClock.StepOf(other)));

    [Theory]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    public void Step_OfWhatNoCallTakes_IsThere(long ticks) => Assert.InRange(CallClock.StepOf(ticks), 0, CallClock.Steps - 1);

    [Fact]
    public void Window_OfCalls_TellsThemAsTheyWere()
    {
        var clock = new CallClock("ZoneGrain", "Execute");
        var window = new CallWindow(clock);
        Assert.Null(window.Report());

        Take(clock, 98, 10);
        clock.Took(20, weight: 1);
        clock.Took(1000);
        clock.Failed();

        var report = window.Report()!;
        Assert.Equal((100, 1), (report.Calls, report.Failures));
        Assert.Equal(20, report.Mean.Ticks);
        Assert.InRange(report.P99.Ticks, 20, 22);
        Assert.Equal(1000, report.Max.Ticks);
    }

    [Fact]
    public void Window_OfAMinute_ForgetsWhatIsBefore()
    {
        var clock = new CallClock("ZoneGrain", "Execute");
        var window = new CallWindow(clock);
        Take(clock, 10, 5000);

        for (var part = 0; part < 5; part++)
        {
            Assert.Equal(10, window.Report()!.Calls);
            window.Turn();
        }

        clock.Took(10);
        window.Turn();

        Assert.Equal((1, 10), (window.Report()!.Calls, window.Report()!.Max.Ticks));
    }

    [Fact]
    public void Call_ThatStandsForOthers_CountsForThem()
    {
        var clock = new CallClock("ZoneGrain", "Execute");
        var window = new CallWindow(clock);

        clock.Took(10, weight: 16);

        Assert.Equal((16, 10), (window.Report()!.Calls, window.Report()!.Mean.Ticks));
    }

    private static void Take(CallClock clock, int calls, long ticks)
    {
        for (var call = 0; call < calls; call++)
        {
            clock.Took(ticks);
        }
    }
}
