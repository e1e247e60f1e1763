using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Hosting;

public sealed class ServiceTests : IAsyncLifetime
{
    private InProcessTestCluster? _cluster;

    public async Task InitializeAsync() => _cluster = await TestCluster.StartAsync(silo => silo.ConfigureServices(services => services
        .AddKeyedSingleton<SomeService>("one")
        .AddKeyedScoped<SomeService>("each")));

    public async Task DisposeAsync() => await _cluster!.DisposeAsync();

    [Fact]
    public async Task SingletonService_IsSharedByGrains() =>
        Assert.Equal(await Grain("a").Singleton(), await Grain("b").Singleton());

    [Fact]
    public async Task ScopedService_IsTheActivationsOwn()
    {
        Assert.Equal(await Grain("a").Scoped(), await Grain("a").Scoped());
        Assert.NotEqual(await Grain("a").Scoped(), await Grain("b").Scoped());
    }

    [Fact]
    public async Task ServiceProvider_OfAGrain_IsItsScope() =>
        Assert.Equal(await Grain("a").Scoped(), await Grain("a").ScopedFromProvider());

    [Fact]
    public async Task SilosServices_AreThoseGrainsGet() =>
        Assert.Equal(
            _cluster!.Silos[0].ServiceProvider.GetRequiredKeyedService<SomeService>("one").Id, await Grain("a").Singleton());

    private IServiceGrain Grain(string key) => _cluster!.Client.GetGrain<IServiceGrain>(key);
}
