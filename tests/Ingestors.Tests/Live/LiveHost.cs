using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Territory;

namespace OrleansGameState.Ingestors.Tests.Live;

/// <summary>The real grains in a real silo, and the ingestors in a host of their own beside it.</summary>
internal sealed class LiveHost : IAsyncDisposable
{
    private readonly LiveCluster _cluster;
    private readonly LiveIngestor _ingestor;

    private LiveHost(LiveCluster cluster, LiveIngestor ingestor) => (_cluster, _ingestor) = (cluster, ingestor);

    public string DataDirectory => _ingestor.DataDirectory;

    public static async Task<LiveHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var cluster = await LiveCluster.StartAsync();
        return new(cluster, await LiveIngestor.StartAsync(cluster.Client, settings));
    }

    public FeedMeasures.View Measures(int worldId) => _ingestor.Measures.Of(worldId, TimeProvider.System.GetUtcNow());

    /// <inheritdoc cref="LiveCluster.Zone"/>
    public Task<ZoneState> Zone(int worldId, uint zoneId, Func<ZoneState, bool> wanted) => _cluster.Zone(worldId, zoneId, wanted);

    public Task<WorldState> World(int worldId, Func<WorldState, bool> wanted) => _cluster.World(worldId, wanted);

    /// <inheritdoc cref="LiveCluster.Events(int, uint)"/>
    public Task<IReadOnlyList<EntityEvent>> Events(int worldId, uint zoneId) => _cluster.Events(worldId, zoneId);

    public async ValueTask DisposeAsync()
    {
        await _ingestor.DisposeAsync();
        await _cluster.DisposeAsync();
    }
}
