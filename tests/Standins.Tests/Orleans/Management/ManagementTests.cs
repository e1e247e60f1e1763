using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using OrleansGameState.Standins.Tests.Orleans.Calls;
using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Management;

public sealed class ManagementTests : IAsyncLifetime
{
    private InProcessTestCluster? _cluster;

    private IManagementGrain Management => _cluster!.Client.GetGrain<IManagementGrain>(0);

    private ILocalSiloDetails Silo => _cluster!.GetSiloServiceProvider().GetRequiredService<ILocalSiloDetails>();

    public async Task InitializeAsync() => _cluster = await TestCluster.StartAsync();

    public async Task DisposeAsync() => await _cluster!.DisposeAsync();

    [Fact]
    public async Task Hosts_AreThisSilo()
    {
        var host = Assert.Single(await Management.GetHosts(onlyActive: true).InTime());

        Assert.Equal(Silo.SiloAddress, host.Key);
        Assert.Equal(SiloStatus.Active, host.Value);
        Assert.False(host.Value.IsTerminating());
    }

    [Fact]
    public async Task DetailedHosts_TellNameAndTimes()
    {
        var entry = Assert.Single(await Management.GetDetailedHosts(onlyActive: true).InTime());

        Assert.Equal(Silo.SiloAddress, entry.SiloAddress);
        Assert.Equal("Silo_0", entry.SiloName);
        Assert.Equal("Silo_0", Silo.Name);
        Assert.Equal(SiloStatus.Active, entry.Status);
        Assert.False(string.IsNullOrEmpty(entry.HostName));
        Assert.InRange(entry.StartTime, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-5), TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(1));
    }

    [Fact]
    public async Task SimpleStatistics_CountActivationsByClass()
    {
        await CallAsync("a", "b");

        var found = Assert.Single(await Management.GetSimpleGrainStatistics().InTime(), s => s.GrainType.Contains(nameof(CallGrain), StringComparison.Ordinal));

        Assert.Equal("OrleansGameState.Standins.Tests.Orleans.Calls.CallGrain,OrleansGameState.Standins.Tests", found.GrainType);
        Assert.Equal(Silo.SiloAddress, found.SiloAddress);
    }

    [Fact]
    public async Task DetailedStatistics_NameEachActivation()
    {
        await CallAsync("a", "b");

        var found = await Management.GetDetailedGrainStatistics().InTime();

        Assert.Equal(["a", "b"], found.Where(s => s.GrainType.Contains(nameof(CallGrain), StringComparison.Ordinal)).Select(s => s.GrainId.Key.ToString()).Order());
    }

    [Fact]
    public async Task RuntimeStatistics_CountActivations()
    {
        await CallAsync("a", "b");

        var found = Assert.Single(await Management.GetRuntimeStatistics([Silo.SiloAddress]).InTime());

        Assert.True(found.ActivationCount >= 2);
        Assert.True(found.EnvironmentStatistics.FilteredMemoryUsageBytes > 0);
        Assert.True(await Management.GetTotalActivationCount().InTime() >= 2);
    }

    [Fact]
    public async Task ActivationAddress_IsTheSilosWhileTheGrainIsActive()
    {
        await CallAsync("a");

        Assert.Equal(Silo.SiloAddress, await Management.GetActivationAddress(Grain("a")).AsTask().InTime());
        Assert.Null(await Management.GetActivationAddress(Grain("other")).AsTask().InTime());
    }

    [Fact]
    public void SiloAddress_AsText_CanBeReadBack()
    {
        var address = SiloAddress.New(IPAddress.Parse("10.1.2.3"), 11111, 123);

        Assert.Equal("S10.1.2.3:11111:123", address.ToString());
        Assert.Equal("10.1.2.3:11111@123", address.ToParsableString());
        Assert.Equal(address, SiloAddress.FromParsableString("10.1.2.3:11111@123"));
    }

    private ICallGrain Grain(string key) => _cluster!.Client.GetGrain<ICallGrain>(key);

    private async Task CallAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            await Grain(key).Nothing().InTime();
        }
    }
}
