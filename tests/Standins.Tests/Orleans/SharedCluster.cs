using Orleans.TestingHost;
using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans;

/// <summary>One cluster for all tests that leave it as it was.</summary>
public sealed class SharedCluster : IAsyncLifetime
{
    private InProcessTestCluster? _cluster;

    internal IClusterClient Client => _cluster!.Client;

    public async Task InitializeAsync() => _cluster = await TestCluster.StartAsync();

    public async Task DisposeAsync() => await _cluster!.DisposeAsync();

    internal T Grain<T>()
        where T : IGrainWithStringKey => Client.GetGrain<T>(NewKey());

    internal static string NewKey() => Guid.NewGuid().ToString("N");
}
