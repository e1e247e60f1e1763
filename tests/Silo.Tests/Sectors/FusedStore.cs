using Orleans.Storage;
using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Silo.Tests.Sectors;

/// <summary>One silo's way to the store: names each write before it is done and before it is answered; a dead silo writes nothing.</summary>
internal sealed class FusedStore(SectorStore store, Fuse fuse) : IGrainStorage
{
    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        await fuse.PassAsync($"read {grainId.Key}");
        await store.Inner.ReadStateAsync(stateName, grainId, grainState);
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var record = (IEntityRecord)grainState.State!;
        var events = record.NewEvents.IsEmpty ? "nothing new" : string.Join(", ", record.NewEvents.Select(envelope => envelope.Event.GetType().Name));
        var write = $"{record.Key[(record.Key.IndexOf('/', StringComparison.Ordinal) + 1)..]} writes {events}";
        await fuse.PassAsync($"{write}: before");
        await store.Inner.WriteStateAsync(stateName, grainId, grainState);
        store.Journal.Note(record);
        await fuse.PassAsync($"{write}: after");
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => store.Inner.ClearStateAsync(stateName, grainId, grainState);
}
