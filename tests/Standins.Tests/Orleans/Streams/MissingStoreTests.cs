using Orleans.Streams;
using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Streams;

public sealed class MissingStoreTests
{
    [Fact]
    public async Task Subscribe_WithoutAStoreForSubscriptions_Throws()
    {
        await using var cluster = await TestCluster.StartAsync(withSubscriptions: false);
        var stream = cluster.Client.GetStreamProvider(TestCluster.Streams).GetStream<int>(StreamId.Create("numbers", "any"));

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => stream.SubscribeAsync((_, _) => Task.CompletedTask).InTime());
        Assert.Contains("PubSubStore", thrown.ToString(), StringComparison.Ordinal);
    }
}
