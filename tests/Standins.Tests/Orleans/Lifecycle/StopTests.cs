using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Lifecycle;

public sealed class StopTests
{
    [Fact]
    public async Task Activations_WhenTheSiloStops_AreTold()
    {
        var keys = Enumerable.Range(0, 20).Select(_ => SharedCluster.NewKey()).ToArray();
        await using var cluster = await TestCluster.StartAsync();
        foreach (var key in keys)
        {
            await cluster.Client.GetGrain<ILifeGrain>(key).Activation();
        }

        await cluster.StopAllSilosAsync();

        Assert.All(keys, key => Assert.True(Signals.IsSet($"{key}/1/deactivated")));
        Assert.Equal(nameof(DeactivationReasonCode.ShuttingDown), await Signals.Get($"{keys[0]}/1/deactivated"));
    }

    [Fact]
    public async Task Call_OfAStoppedSilo_Fails()
    {
        await using var cluster = await TestCluster.StartAsync();
        var grain = cluster.Client.GetGrain<ILifeGrain>(SharedCluster.NewKey());
        await grain.Activation();
        await cluster.StopAllSilosAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => grain.Activation().InTime());
    }
}
