using System.Collections.Concurrent;
using Orleans.Storage;

namespace OrleansGameState.Standins.Tests.Orleans.Storage;

/// <summary>A store of one's own: notes what it is asked for, and can be made to find a conflict.</summary>
internal sealed class NotingStore : IGrainStorage
{
    public const string Name = "noting";

    private readonly ConcurrentDictionary<GrainId, (object? State, string Tag)> _records = new();
    private int _under;

    public ConcurrentQueue<string> Notes { get; } = new();

    public bool FindsConflict { get; set; }

    public bool IsBroken { get; set; }

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Alone($"read {stateName} {grainId}");
        if (_records.TryGetValue(grainId, out var record))
        {
            (grainState.State, grainState.ETag, grainState.RecordExists) = ((T?)record.State, record.Tag, true);
        }
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Alone($"write {stateName} {grainId}");
        if (IsBroken)
        {
            throw new IOException("disk full");
        }

        if (FindsConflict)
        {
            throw new InconsistentStateException("changed by another", "2", grainState.ETag);
        }

        var tag = Guid.NewGuid().ToString("N");
        _records[grainId] = (grainState.State, tag);
        (grainState.ETag, grainState.RecordExists) = (tag, true);
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await Alone($"clear {stateName} {grainId}");
        _records.TryRemove(grainId, out _);
        (grainState.ETag, grainState.RecordExists) = (null, false);
    }

    private async Task Alone(string note)
    {
        Notes.Enqueue(note);
        if (Interlocked.Increment(ref _under) != 1)
        {
            Notes.Enqueue("at once");
        }

        await Task.Yield();
        Interlocked.Decrement(ref _under);
    }
}
