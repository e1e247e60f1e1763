using System.Collections.Immutable;
using Orleans.Storage;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Bench.Commits;

/// <summary>The silo's own storage, behind the interface that Orleans calls.</summary>
internal sealed class StorageWriters(IGrainStorage storage, IGrainFactory grains, ZoneKeys keys, int facilities) : IWriters
{
    private const string StateName = "zone";

    private readonly GrainState<EntityRecord<ZoneState>>[] _states = new GrainState<EntityRecord<ZoneState>>[keys.Count];
    private readonly GrainId[] _ids = [.. keys.All.Select(key => grains.GetGrain<IZoneGrain>(key).GetGrainId())];

    public async Task PrepareAsync()
    {
        for (var entity = 0; entity < keys.Count; entity++)
        {
            var key = keys.All[entity];
            _states[entity] = new(new(TerritoryKeys.System, key, 0, DateTimeOffset.UnixEpoch, Guid.Empty, SampleZone.With(key, facilities), [], [], ImmutableSortedDictionary<string, long>.Empty));
        }

        await Parallel.ForEachAsync(Enumerable.Range(0, keys.Count), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (entity, _) => await WriteAsync(entity));
    }

    public Task WriteAsync(int entity)
    {
        var state = _states[entity];
        state.State = SampleZone.Next(state.State!, facilities, TimeProvider.System.GetUtcNow());
        return storage.WriteStateAsync(StateName, _ids[entity], state);
    }
}
