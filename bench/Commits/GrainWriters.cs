using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Bench.Commits;

/// <summary>Commands to zone grains, each of which commits one capture.</summary>
internal sealed class GrainWriters(IGrainFactory grains, ZoneKeys keys, int facilities) : IWriters
{
    private readonly IZoneGrain[] _zones = [.. keys.All.Select(key => grains.GetGrain<IZoneGrain>(key))];
    private readonly long[] _turns = new long[keys.Count];

    public async Task PrepareAsync() => await Parallel.ForEachAsync(Enumerable.Range(0, keys.Count), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (entity, _) =>
    {
        for (var turn = 0; turn < facilities; turn++)
        {
            await WriteAsync(entity);
        }
    });

    public async Task WriteAsync(int entity)
    {
        var result = await _zones[entity].Execute(SampleZone.Report(facilities, _turns[entity]++));
        if (result.Changes != 1)
        {
            throw new InvalidOperationException($"{keys.All[entity]}: a capture was not committed: {result}");
        }
    }
}
