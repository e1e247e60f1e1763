using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Orleans.Storage;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Silo.Storage;

/// <summary>
/// Holds entities and a bounded log of their events until the process ends, under the contract of a durable store: a
/// write is whole or not at all, is guarded by the record's commit id, and continues the log without a hole.
/// </summary>
internal sealed class MemoryEntityStore(StoredTypes types, IOptions<MemoryStorageOptions> options, TimeProvider? time = null)
    : IGrainStorage, IEventLog, IPendingIntents, IEntityScan
{
    private readonly ConcurrentDictionary<GrainId, IEntityRecord> _records = new();
    private readonly MemoryHistory _history = new(options.Value, time ?? TimeProvider.System, HistoryReach.Whole);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (_records.TryGetValue(grainId, out var record))
        {
            (grainState.State, grainState.ETag, grainState.RecordExists) = ((T)record, ETag(record), true);
        }
        else
        {
            (grainState.State, grainState.ETag, grainState.RecordExists) = (Activator.CreateInstance<T>(), null!, false);
        }

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var record = grainState.State as IEntityRecord
            ?? throw new ArgumentException($"{typeof(T)} is not an entity's record; only entities are stored here.", nameof(grainState));
        var stored = _records.GetValueOrDefault(grainId);
        RequireCurrent(grainId, stored, grainState.ETag);
        RequireContinuation(record, stored?.Version ?? 0);

        // The log first: a reader that sees the new version finds its events.
        _history.Append(types.OfRecord(typeof(T)), record);
        _records[grainId] = record;
        (grainState.ETag, grainState.RecordExists) = (ETag(record), true);
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        throw new NotSupportedException("An entity's history is kept; it is not cleared.");

    public ValueTask<EventPage> ReadAsync(string system, string key, long after, int limit, CancellationToken cancellationToken) =>
        _history.ReadAsync(system, key, after, limit, cancellationToken);

    public ValueTask<EventPage> ReadBetweenAsync(string system, string key, DateTimeOffset from, DateTimeOffset to, long after, int limit, CancellationToken cancellationToken) =>
        _history.ReadBetweenAsync(system, key, from, to, after, limit, cancellationToken);

    public ValueTask<SystemPage> ReadSystemAsync(string system, CommitPosition after, int limit, CancellationToken cancellationToken) =>
        _history.ReadSystemAsync(system, after, limit, cancellationToken);

    public ValueTask<PastState> StateAtAsync(string system, string key, DateTimeOffset at, CancellationToken cancellationToken) =>
        _history.StateAtAsync(system, key, at, cancellationToken);

    public ValueTask<ImmutableArray<(string System, string Key)>> FindAsync(int limit, CancellationToken cancellationToken) =>
        new([.. _records.Values.Where(record => !record.Pending.IsEmpty).Take(limit).Select(record => (record.System, record.Key))]);

    public ValueTask<ImmutableArray<T>> ScanAsync<T>(ImmutableArray<StoredKind> kinds, string prefix, Func<ScannedEntity, T?> select, CancellationToken cancellationToken)
        where T : class
    {
        var byRecord = kinds.ToDictionary(kind => kind.Record);
        var found = ImmutableArray.CreateBuilder<T>();
        foreach (var record in _records.Values)
        {
            if (byRecord.TryGetValue(record.GetType(), out var kind)
                && record.Key.StartsWith(prefix, StringComparison.Ordinal)
                && select(new(kind, record.Key, record.Version, record.State, [.. record.Pending.Select(intent => intent.Target)])) is { } one)
            {
                found.Add(one);
            }
        }

        return new(found.DrainToImmutable());
    }

    private static string ETag(IEntityRecord record) => record.CommitId.ToString("N");

    private static void RequireCurrent(GrainId grainId, IEntityRecord? stored, string? etag)
    {
        var current = stored is null ? null : ETag(stored);
        if (current != etag)
        {
            throw new InconsistentStateException($"{grainId} was written by another activation.", current!, etag!);
        }
    }

    private static void RequireContinuation(IEntityRecord record, long version)
    {
        foreach (var envelope in record.NewEvents)
        {
            if (envelope.Sequence != ++version)
            {
                throw new InvalidOperationException($"{record.Key}: event {envelope.Sequence} does not follow {version - 1}.");
            }
        }

        if (version != record.Version)
        {
            throw new InvalidOperationException($"{record.Key}: version {record.Version} is not the last event's, {version}.");
        }
    }
}
