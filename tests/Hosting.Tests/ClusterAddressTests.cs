using System.Net;

namespace OrleansGameState.Hosting.Tests;

public sealed class ClusterAddressTests
{
    [Fact]
    public void Address_ThatIsGiven_IsTaken() =>
        Assert.Equal(IPAddress.Parse("10.1.2.3"), ClusterAddress.Of(new() { Address = "10.1.2.3" }));

    [Fact]
    public void Address_Auto_CanBeReached()
    {
        var address = ClusterAddress.Of(new() { Address = "auto" });

        Assert.False(address.IsIPv6LinkLocal);
        Assert.NotEqual(IPAddress.Any, address);
    }
}
