using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Turns;

[Collection(SharedClusterGroup.Name)]
public sealed class TurnTests(SharedCluster cluster)
{
    private readonly string _gate = SharedCluster.NewKey();
    private readonly string _mark = SharedCluster.NewKey();

    private ITurnGrain Grain => cluster.Client.GetGrain<IPlainTurnGrain>(_gate);

    private IReentrantTurnGrain Reentrant => cluster.Client.GetGrain<IReentrantTurnGrain>(_gate);

    [Fact]
    public async Task Call_WhileAnotherIsUnderWay_Waits()
    {
        var holding = Grain.Hold(_gate);
        await Signals.Get(_gate + "/begun");
        var marking = Grain.Mark(_mark);
        await Grain.MarkAlways(_gate + "/passed").InTime();

        Assert.False(Signals.IsSet(_mark));
        Signals.Set(_gate);
        await Task.WhenAll(holding, marking).InTime();
        Assert.True(Signals.IsSet(_mark));
    }

    [Fact]
    public async Task Call_OfAReentrantGrain_Interleaves()
    {
        var holding = Reentrant.Hold(_gate);
        await Signals.Get(_gate + "/begun");

        await Reentrant.Mark(_mark).InTime();

        Signals.Set(_gate);
        await holding.InTime();
    }

    [Fact]
    public async Task AlwaysInterleaveCall_WhileAnotherIsUnderWay_Runs()
    {
        var holding = Grain.Hold(_gate);
        await Signals.Get(_gate + "/begun");

        await Grain.MarkAlways(_mark).InTime();

        Signals.Set(_gate);
        await holding.InTime();
    }

    [Fact]
    public async Task ReadOnlyCall_WhileAnotherReads_Runs()
    {
        var holding = Grain.HoldReading(_gate);
        await Signals.Get(_gate + "/begun");

        await Grain.MarkReading(_mark).InTime();

        Signals.Set(_gate);
        await holding.InTime();
    }

    [Fact]
    public async Task ReadOnlyCall_WhileAnotherWrites_Waits()
    {
        var holding = Grain.Hold(_gate);
        await Signals.Get(_gate + "/begun");
        var marking = Grain.MarkReading(_mark);
        await Grain.MarkAlways(_gate + "/passed").InTime();

        Assert.False(Signals.IsSet(_mark));
        Signals.Set(_gate);
        await Task.WhenAll(holding, marking).InTime();
    }

    [Fact]
    public async Task WritingCall_WhileAnotherReads_Waits()
    {
        var holding = Grain.HoldReading(_gate);
        await Signals.Get(_gate + "/begun");
        var marking = Grain.Mark(_mark);
        await Grain.MarkAlways(_gate + "/passed").InTime();

        Assert.False(Signals.IsSet(_mark));
        Signals.Set(_gate);
        await Task.WhenAll(holding, marking).InTime();
    }

    [Fact]
    public async Task OneWayCall_BeforeItHasEnded_Returns()
    {
        await Grain.HoldOneWay(_gate).InTime();

        await Signals.Get(_gate + "/begun");
        Signals.Set(_gate);
    }

    [Fact]
    public async Task OneWayCall_ThatThrows_DoesNotThrowAtTheCaller()
    {
        await Grain.ThrowOneWay(_mark).InTime();

        await Signals.Get(_mark);
        Assert.Equal("answer", await Grain.Answer());
    }

    [Fact]
    public async Task Continuations_OfAGrain_StayOnItsScheduler() => Assert.True(await Grain.StaysOnItsScheduler());

    [Fact]
    public async Task GrainFactory_UsedOutsideOfATurn_Throws() =>
        Assert.Equal(nameof(InvalidOperationException), await Grain.UseFactoryOutside());

    [Fact]
    public async Task Turns_OfAReentrantGrain_NeverRunAtOnce()
    {
        const int Callers = 20, Times = 200;

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Reentrant.CountUp(Times))).InTime();

        Assert.Equal(Callers * Times, await Reentrant.CountUp(0));
    }

    [Fact]
    public async Task Calls_OfManyCallers_AllRunOnce()
    {
        const int Callers = 50;

        var counts = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => Grain.CountUp(1)))).InTime();

        Assert.Equal(Enumerable.Range(1, Callers), counts.Order());
    }

    [Fact]
    public async Task CallChain_ThatComesBackWhereItIsAllowed_IsAdmitted()
    {
        var other = cluster.Grain<IPlainTurnGrain>();

        Assert.Equal("answer", await Grain.AskBack(other, isAllowed: true).InTime());
    }
}
