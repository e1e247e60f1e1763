using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans;

[CollectionDefinition(Name)]
public sealed class SharedClusterGroup : ICollectionFixture<SharedCluster>
{
    public const string Name = "shared cluster";
}
