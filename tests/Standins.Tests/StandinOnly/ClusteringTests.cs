using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Orleans.Dashboard;
using Orleans.Serialization;
using Orleans.TestingHost;
using Xunit;

namespace OrleansGameState.Standins.Tests.StandinOnly;

public sealed class ClusteringTests
{
    private const string Cure = "-p:Packages=nuget";

    [Fact]
    public void ClientOfAnotherProcess_IsRefusedWithTheCure() => AssertRefused(builder => builder.UseOrleansClient());

    [Fact]
    public void JoiningAnotherSilo_IsRefusedWithTheCure() => AssertRefused(builder => builder.UseOrleans(silo =>
        silo.UseLocalhostClustering(primarySiloEndpoint: new(System.Net.IPAddress.Loopback, 11111))));

    [Fact]
    public void TlsBetweenSilos_IsRefusedWithTheCure() => AssertRefused(builder => builder.UseOrleans(silo => silo.UseTls(_ => { })));

    [Fact]
    public void Serializer_IsRefusedWithTheCure() => AssertRefused(builder => builder.Services.AddSerializer());

    [Fact]
    public void StorageOnAdoNet_IsRefusedWithTheCure() => AssertRefused(builder => builder.UseOrleans(silo => silo.AddAdoNetGrainStorage("store", _ => { })));

    [Fact]
    public void RemindersOnAdoNet_AreRefusedWithTheCure() => AssertRefused(builder => builder.UseOrleans(silo => silo.UseAdoNetReminderService(_ => { })));

    [Fact]
    public async Task TestClusterOfTwo_IsRefusedWithTheCure()
    {
        await using var cluster = new InProcessTestClusterBuilder().Build();

        var thrown = await Assert.ThrowsAsync<OrleansConfigurationException>(cluster.DeployAsync);
        Assert.Contains(Cure, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/index.html")]
    public async Task Dashboard_AnswersThatAnotherBuildHasIt(string path)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.UseOrleans(silo => silo.AddDashboard());
        await using var app = builder.Build();
        app.MapOrleansDashboard("/dashboard");
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new(app.Urls.Single()) };

        using var answer = await http.GetAsync(new Uri("/dashboard" + path, UriKind.Relative));

        Assert.Equal(501, (int)answer.StatusCode);
        Assert.Contains(Cure, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static void AssertRefused(Action<HostApplicationBuilder> configure)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });

        var thrown = Assert.Throws<OrleansConfigurationException>(() => configure(builder));
        Assert.Contains(Cure, thrown.Message, StringComparison.Ordinal);
    }
}
