using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Storage;

namespace Orleans.Standin;

/// <summary>Keeps states as they are handed over: they are immutable, the silo saw to that when it started.</summary>
internal sealed class MemoryStore : IGrainStorage
{
    private readonly ConcurrentDictionary<(string Name, GrainId Id), Record> _records = new();
    private long _lastTag;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (_records.TryGetValue((stateName, grainId), out var record))
        {
            grainState.State = (T?)record.State;
            grainState.ETag = record.Tag;
            grainState.RecordExists = true;
        }
        else
        {
            Empty(grainState);
        }

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var tag = Interlocked.Increment(ref _lastTag).ToString(CultureInfo.InvariantCulture);
        var key = (stateName, grainId);
        var fresh = new Record(grainState.State, tag);
        var done = _records.TryGetValue(key, out var stored)
            ? stored.Tag == grainState.ETag && _records.TryUpdate(key, fresh, stored)
            : grainState.ETag is null && _records.TryAdd(key, fresh);
        if (!done)
        {
            return Task.FromException(Conflict(key, stored, grainState.ETag));
        }

        grainState.ETag = tag;
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var key = (stateName, grainId);
        if (_records.TryGetValue(key, out var stored)
            && (stored.Tag != grainState.ETag || !_records.TryRemove(KeyValuePair.Create(key, stored))))
        {
            return Task.FromException(Conflict(key, stored, grainState.ETag));
        }

        Empty(grainState);
        return Task.CompletedTask;
    }

    private static void Empty<T>(IGrainState<T> grainState)
    {
        grainState.State = StateMaker<T>.Make();
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    private static InconsistentStateException Conflict((string Name, GrainId Id) key, Record? stored, string? tag) =>
        new($"Version conflict of state '{key.Name}' of {key.Id}.", stored?.Tag, tag);

    private sealed record Record(object? State, string Tag);
}
