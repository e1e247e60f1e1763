using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrleansGameState.Standins.Tests.Orleans.Calls;
using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Hosting;

public sealed class HostingTests : IAsyncLifetime
{
    private IHost? _host;

    public async Task InitializeAsync()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort(), FreePort()));
        _host = builder.Build();
        await _host.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _host!.StopAsync();
        _host.Dispose();
    }

    [Fact]
    public async Task GrainFactory_OfTheHost_CallsGrains() =>
        Assert.Equal(3, await _host!.Services.GetRequiredService<IGrainFactory>().GetGrain<ICallGrain>("k").Add(1, 2));

    [Fact]
    public async Task ClusterClient_OfTheHost_CallsGrains() =>
        Assert.Equal(3, await _host!.Services.GetRequiredService<IClusterClient>().GetGrain<ICallGrain>("k").Add(1, 2));

    [Fact]
    public void ClusterClient_OfTheHost_HasItsServices() =>
        Assert.NotNull(_host!.Services.GetRequiredService<IClusterClient>().ServiceProvider.GetService<IHostApplicationLifetime>());

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
