using OrleansGameState.Grains.Interfaces.Cluster;
using OrleansGameState.Silo.Storage;
using OrleansGameState.Silo.Storage.Commits;

namespace OrleansGameState.Silo.Cluster;

/// <summary>How this silo's store does. Which of its parts there are depends on where entities are kept.</summary>
internal sealed class StoreMeasures(IServiceProvider services, TimeProvider time)
{
    private readonly string _mode = services.GetService<StoreMode>()?.Name ?? (services.GetService<MemoryEntityStore>() is null ? "orleans" : "memory");
    private readonly CommitQueue? _queue = services.GetService<CommitQueue>();
    private readonly StoreStatus? _status = services.GetService<StoreStatus>();
    private readonly StoreMetrics? _metrics = services.GetService<StoreMetrics>();
    private long _written;
    private long _at = time.GetTimestamp();

    public StoreReport Report()
    {
        var (written, elapsed) = (_metrics?.Written ?? 0, time.GetElapsedTime(_at));
        var perSecond = elapsed > TimeSpan.Zero ? (written - _written) / elapsed.TotalSeconds : 0;
        (_written, _at) = (written, time.GetTimestamp());
        return new(_mode, _queue?.Count ?? 0, _queue?.Oldest ?? TimeSpan.Zero, perSecond, _status?.Failing?.Since);
    }
}
