using Orleans.Storage;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Bench.Commits;

/// <summary>Orleans' ADO.NET storage, behind the interface that Orleans calls.</summary>
internal sealed class AdoNetWriters(IGrainStorage storage, IGrainFactory grains, ZoneKeys keys, int facilities) : IWriters
{
    private const string StateName = "zone";

    private readonly GrainState<ZoneState>[] _states = [.. keys.All.Select(key => new GrainState<ZoneState>(SampleZone.With(key, facilities)))];
    private readonly GrainId[] _ids = [.. keys.All.Select(key => grains.GetGrain<IZoneGrain>(key).GetGrainId())];
    private readonly long[] _turns = new long[keys.Count];

    public async Task PrepareAsync() => await Parallel.ForEachAsync(
        Enumerable.Range(0, keys.Count), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (entity, _) => await WriteAsync(entity));

    public Task WriteAsync(int entity)
    {
        var state = _states[entity];
        state.State = state.State!.Apply(SampleZone.Capture(facilities, _turns[entity]++));
        return storage.WriteStateAsync(StateName, _ids[entity], state);
    }
}
