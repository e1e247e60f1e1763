using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Silo.Tests;

public sealed class StoreUnavailableTests
{
    [Fact]
    public async Task Caller_OfAnEntityWhoseStoreIsAway_FindsThatAmongTheCauses()
    {
        await using var cluster = await EntityCluster.StartAsync();
        cluster.Store.Failure = _ => new StoreUnavailableException("The store is away.", new IOException("Broken pipe"));

        var failure = await Assert.ThrowsAnyAsync<Exception>(
            () => cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(10)).Execute(new DescribeWorld("Harrow")).AsTask());

        var cause = Assert.Single(Causes(failure).OfType<StoreUnavailableException>());
        Assert.Equal("The store is away.", cause.Message);
        Assert.Equal("Broken pipe", cause.InnerException?.Message);
    }

    private static IEnumerable<Exception> Causes(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }
}
