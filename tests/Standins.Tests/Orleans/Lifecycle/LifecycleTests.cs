using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Lifecycle;

[Collection(SharedClusterGroup.Name)]
public sealed class LifecycleTests(SharedCluster cluster)
{
    [Fact]
    public async Task Activation_BetweenCalls_StaysTheSame()
    {
        var grain = cluster.Grain<ILifeGrain>();

        Assert.Equal((1, 1), (await grain.Activation(), await grain.Activation()));
    }

    [Fact]
    public async Task FirstCalls_AtOnce_ShareOneActivation()
    {
        var grain = cluster.Grain<ILifeGrain>();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(grain.Activation))).InTime();

        Assert.Equal(1, await grain.Activations());
    }

    [Fact]
    public async Task OnActivate_ThatThrows_ThrowsAtTheCaller()
    {
        var grain = cluster.Client.GetGrain<ILifeGrain>("fails" + SharedCluster.NewKey());

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(grain.Activation);
        Assert.Equal("not yet", thrown.Message);
    }

    [Fact]
    public async Task Call_AfterOnActivateThrew_TriesAnew()
    {
        var grain = cluster.Client.GetGrain<ILifeGrain>("fails" + SharedCluster.NewKey());
        await Assert.ThrowsAsync<InvalidOperationException>(grain.Activation);

        Assert.Equal(2, await grain.Activation());
    }

    [Fact]
    public async Task DeactivateOnIdle_OnceTheCallHasEnded_TellsTheReason()
    {
        var grain = cluster.Grain<ILifeGrain>();
        await grain.Deactivate();

        Assert.Equal(nameof(DeactivationReasonCode.ApplicationRequested), await Signals.Get(grain.GetPrimaryKeyString() + "/1/deactivated"));
    }

    [Fact]
    public async Task Call_AfterDeactivateOnIdle_GoesToANewActivation()
    {
        var grain = cluster.Grain<ILifeGrain>();
        await grain.Deactivate();

        Assert.Equal(2, await grain.Activation().InTime());
    }

    [Fact]
    public async Task DeactivateOnIdle_WhileItsCallIsUnderWay_Waits()
    {
        var gate = SharedCluster.NewKey();
        var grain = cluster.Grain<ILifeGrain>();
        var holding = grain.DeactivateAndHold(gate);
        await Signals.Get(gate + "/begun");
        Signals.Set(gate);

        await holding.InTime();
    }

    [Fact]
    public async Task CallsThatWait_WhenTheActivationEnds_GoToTheNext()
    {
        var gate = SharedCluster.NewKey();
        var grain = cluster.Grain<ILifeGrain>();
        var holding = grain.DeactivateAndHold(gate);
        await Signals.Get(gate + "/begun");
        var waiting = Enumerable.Range(0, 5).Select(_ => grain.Activation()).ToArray();
        Signals.Set(gate);
        await holding.InTime();

        Assert.All(await Task.WhenAll(waiting).InTime(), number => Assert.Equal(2, number));
    }
}
