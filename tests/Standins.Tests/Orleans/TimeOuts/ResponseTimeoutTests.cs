using OrleansGameState.Standins.Tests.Orleans.Filters;
using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.TimeOuts;

[Collection(SharedClusterGroup.Name)]
public sealed class ResponseTimeoutTests(SharedCluster cluster)
{
    [Fact]
    public async Task Method_WithATimeOutOfItsOwn_IsNotWaitedForLonger()
    {
        var gate = SharedCluster.NewKey();

        await Assert.ThrowsAsync<TimeoutException>(() => cluster.Grain<IFilteredGrain>().HoldBriefly(gate).InTime());

        Signals.Set(gate);
    }

    [Fact]
    public async Task OtherMethod_OfTheSameGrain_IsWaitedFor()
    {
        var (gate, other) = (SharedCluster.NewKey(), SharedCluster.NewKey());
        var waiting = cluster.Grain<IFilteredGrain>().Hold(gate);

        await Assert.ThrowsAsync<TimeoutException>(() => cluster.Grain<IFilteredGrain>().HoldBriefly(other).InTime());

        Assert.False(waiting.IsCompleted);
        Signals.Set(gate);
        Signals.Set(other);
        await waiting.InTime();
    }
}
