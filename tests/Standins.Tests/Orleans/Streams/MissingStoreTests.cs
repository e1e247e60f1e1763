using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Streams;

public sealed class MissingStoreTests
{
    [Fact]
    public async Task Streams_WithoutAStoreForSubscriptions_AreRefusedAtTheStart()
    {
        var thrown = await Assert.ThrowsAsync<OrleansConfigurationException>(() => TestCluster.StartAsync(withSubscriptions: false));

        Assert.Contains("PubSubStore", thrown.Message, StringComparison.Ordinal);
    }
}
