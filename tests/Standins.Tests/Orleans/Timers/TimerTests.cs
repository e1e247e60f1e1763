using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Timers;

[Collection(SharedClusterGroup.Name)]
public sealed class TimerTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(10);

    private readonly ITimerGrain _grain;
    private readonly string _key;

    public TimerTests(SharedCluster cluster)
    {
        _grain = cluster.Grain<ITimerGrain>();
        _key = _grain.GetPrimaryKeyString();
    }

    [Fact]
    public async Task Timer_WithAPeriod_TicksAgainAndAgain()
    {
        await _grain.Start(Soon, Soon, interleave: false);

        await Signals.Get(_key + "/3");
        await _grain.Stop();
    }

    [Fact]
    public async Task Timer_WithoutAPeriod_TicksOnce()
    {
        await _grain.Start(TimeSpan.Zero, Timeout.InfiniteTimeSpan, interleave: false);
        await Signals.Get(_key + "/1");

        // As the ticks of another show, there was time for a second.
        await _grain.Start(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, interleave: false);
        Assert.Equal(1, await _grain.Ticks());
    }

    [Fact]
    public async Task Timer_WithAnInfiniteDueTime_TicksOnceItIsChanged()
    {
        await _grain.Start(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, interleave: false);
        Assert.Equal(0, await _grain.Ticks());

        await _grain.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        await Signals.Get(_key + "/1");
    }

    [Fact]
    public async Task Timer_WhileACallIsUnderWay_Waits()
    {
        var gate = SharedCluster.NewKey();
        var holding = _grain.TickedWhileHolding(gate, interleave: false);
        Signals.Set(gate);

        Assert.False(await holding.InTime());
        await Signals.Get(_key + "/1");
    }

    [Fact]
    public async Task InterleavingTimer_WhileACallIsUnderWay_Ticks()
    {
        var gate = SharedCluster.NewKey();
        var holding = _grain.TickedWhileHolding(gate, interleave: true);
        await Signals.Get(_key + "/1");
        Signals.Set(gate);

        Assert.True(await holding.InTime());
    }

    [Fact]
    public async Task Timer_WhoseCallbackThrows_TicksAgain()
    {
        await _grain.StartThatThrows();

        await Signals.Get(_key + "/2");
        await _grain.Stop();
    }

    [Fact]
    public async Task Timer_MayEndItsOwnActivation()
    {
        await _grain.StartAndDeactivate();
        await Signals.Get(_key + "/ticked");

        Assert.Equal("True", await Signals.Get(_key + "/token"));
        await Signals.Get(_key + "/deactivated");
    }
}
