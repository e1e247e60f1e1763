using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using OrleansGameState.Bench.Frames;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Bench.Serving;

/// <summary>Tells when a world's zones have committed so many events, without any client in between.</summary>
internal sealed class CommitWatch(IClusterClient cluster) : IEntityObserver
{
    private readonly ConcurrentDictionary<string, long> _sequences = new();
    private readonly TaskCompletionSource<IEntityObserver> _reference = new();
    private long _awaited = long.MaxValue;
    private TaskCompletionSource _reached = new();

    public static string PathOf(int worldId, long events) => string.Create(CultureInfo.InvariantCulture, $"/bench/commits/{worldId}/{events}");

    public async Task<long> UntilAsync(int worldId, long events)
    {
        _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _awaited, events);
        if (!_reference.Task.IsCompleted)
        {
            _reference.SetResult(cluster.CreateObjectReference<IEntityObserver>(this));
        }

        foreach (var zone in PushFrames.Zones)
        {
            var key = TerritoryKeys.Zone(worldId, (uint)zone);
            var lease = await cluster.GetGrain<IZoneGrain>(key).Watch(await _reference.Task);
            _sequences.AddOrUpdate(key, lease.Sequence, (_, known) => Math.Max(known, lease.Sequence));
        }

        ReleaseIfReached();
        await _reached.Task;
        return _sequences.Values.Sum();
    }

    public void OnCommitted(ImmutableArray<Envelope> events)
    {
        _sequences.AddOrUpdate(events[0].Key, events[^1].Sequence, (_, known) => Math.Max(known, events[^1].Sequence));
        ReleaseIfReached();
    }

    private void ReleaseIfReached()
    {
        if (_sequences.Values.Sum() >= Volatile.Read(ref _awaited))
        {
            _reached.TrySetResult();
        }
    }
}
