using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Lifecycle;

public sealed class CollectionTests
{
    [Fact]
    public async Task IdleActivation_AfterItsAge_IsCollectedUnlessItAskedForMore()
    {
        await using var cluster = await TestCluster.StartAsync(silo => silo.Configure<GrainCollectionOptions>(options =>
        {
            options.CollectionQuantum = TimeSpan.FromMilliseconds(200);
            options.CollectionAge = TimeSpan.FromSeconds(1);
        }));
        var kept = cluster.Client.GetGrain<ILifeGrain>(SharedCluster.NewKey());
        await kept.DelayDeactivation();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            // The second is not used before the first has been collected: by then the kept one has been idle for twice as long.
            var idle = cluster.Client.GetGrain<ILifeGrain>(SharedCluster.NewKey());
            await idle.Activation();
            Assert.Equal(
                nameof(DeactivationReasonCode.ActivationIdle), await Signals.Get(idle.GetPrimaryKeyString() + "/1/deactivated"));
        }

        Assert.Equal(1, await kept.Activation());
    }

    [Fact]
    public async Task CollectionAge_NotAboveTheQuantum_IsRefusedAtTheStart() =>
        await Assert.ThrowsAsync<OrleansConfigurationException>(() => TestCluster.StartAsync(silo =>
            silo.Configure<GrainCollectionOptions>(options => options.CollectionAge = options.CollectionQuantum)));
}
