using System.Collections.Concurrent;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Silo.Storage;

/// <summary>The last events of the entities of this process, until it ends.</summary>
/// <param name="options">How many are kept.</param>
/// <param name="time">Numbers the commits.</param>
/// <param name="reach">How much of history can be in here.</param>
internal sealed class MemoryHistory(MemoryStorageOptions options, TimeProvider time, HistoryReach reach) : IEventLog
{
    private readonly ConcurrentDictionary<(string System, string Key), MemoryEventLog> _logs = new();
    private readonly ConcurrentDictionary<string, MemorySystemLog> _systems = new();

    /// <summary>Takes the events of a write. One write of an entity at a time.</summary>
    public void Append(StoredKind kind, IEntityRecord record)
    {
        if (record.NewEvents.IsEmpty)
        {
            return;
        }

        _logs.GetOrAdd((record.System, record.Key), _ => new(kind, record.Key, options.EventsPerEntity)).Append(record.NewEvents);
        SystemLog(record.System).Append(record.NewEvents);
    }

    /// <summary>Goes on from what was read: what led there and is not in here is told to be gone.</summary>
    public void Resume(StoredKind kind, IEntityRecord record)
    {
        var isKnown = _logs.TryGetValue((record.System, record.Key), out var log) && log.Latest == record.Version;
        if (record.Version > 0 && !isKnown)
        {
            _logs[(record.System, record.Key)] = new(kind, options.EventsPerEntity, record);
        }
    }

    public ValueTask<EventPage> ReadAsync(string system, string key, long after, int limit, CancellationToken cancellationToken) =>
        new(_logs.TryGetValue((system, key), out var log) ? log.Read(after, limit) : new EventPage([], 1, 0));

    public ValueTask<EventPage> ReadBetweenAsync(string system, string key, DateTimeOffset from, DateTimeOffset to, long after, int limit, CancellationToken cancellationToken) =>
        new(_logs.TryGetValue((system, key), out var log) ? log.Read(from, to, after, limit) : new EventPage([], 1, 0));

    public ValueTask<SystemPage> ReadSystemAsync(string system, CommitPosition after, int limit, CancellationToken cancellationToken)
    {
        var page = reach == HistoryReach.Whole && !_systems.ContainsKey(system) ? new([], after, false) : SystemLog(system).Read(after, limit);

        // Other silos' commits may stand anywhere between these.
        return new(reach == HistoryReach.Part ? page with { IsTruncated = true } : page);
    }

    public ValueTask<PastState> StateAtAsync(string system, string key, DateTimeOffset at, CancellationToken cancellationToken) =>
        new(_logs.TryGetValue((system, key), out var log) ? log.StateAt(at) : PastState.Unknown);

    private MemorySystemLog SystemLog(string system) =>
        _systems.GetOrAdd(system, _ => new(options.EventsPerSystem, time.GetUtcNow(), isWhole: reach == HistoryReach.Whole));
}
