using Microsoft.Extensions.Hosting;
using Orleans.TestingHost;
using Xunit;

namespace OrleansGameState.Standins.Tests.StandinOnly;

public sealed class ClusteringTests
{
    private const string Cure = "-p:Packages=nuget";

    [Fact]
    public void ClientOfAnotherProcess_IsRefusedWithTheCure()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });

        var thrown = Assert.Throws<OrleansConfigurationException>(() => builder.UseOrleansClient());
        Assert.Contains(Cure, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void JoiningAnotherSilo_IsRefusedWithTheCure()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });

        var thrown = Assert.Throws<OrleansConfigurationException>(() => builder.UseOrleans(silo =>
            silo.UseLocalhostClustering(primarySiloEndpoint: new(System.Net.IPAddress.Loopback, 11111))));
        Assert.Contains(Cure, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TestClusterOfTwo_IsRefusedWithTheCure()
    {
        await using var cluster = new InProcessTestClusterBuilder().Build();

        var thrown = await Assert.ThrowsAsync<OrleansConfigurationException>(cluster.DeployAsync);
        Assert.Contains(Cure, thrown.Message, StringComparison.Ordinal);
    }
}
