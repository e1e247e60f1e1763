using Npgsql;
using Orleans.Storage;
using OrleansGameState.Bench.Measuring;
using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Bench.Commits;

/// <summary>The ways to commit that are measured in turns.</summary>
internal sealed class CommitSides(BenchDatabase database, IServiceProvider silo, NpgsqlDataSource source, AdoNetYardstick? adoNet, IServiceProvider? adoNetSilo)
{
    public const string Ours = "storage";
    public const string Grains = "through zone grains";
    public const string AdoNetGrains = "zone grains, Provider=AdoNet";
    public const string OneByOne = "one row, one transaction";
    public const string ByHand = "batched by hand, the limit";

    public async Task<Rounds> MeasureAsync(BenchOptions options, int entities, int facilities)
    {
        var (load, rounds) = (new CommitLoad(database.Cpu, options.Duration), new Rounds());
        foreach (var (name, writers) in Writers(entities, facilities))
        {
            await writers.PrepareAsync();
            rounds.Add(name, () => load.MeasureAsync(writers, entities));
        }

        var byHand = new HandBatches(source, new(source), new(entities), facilities);
        await byHand.PrepareAsync();
        return await rounds.Add(ByHand, () => load.MeasureAsync(byHand.RunAsync)).RunAsync(options.Rounds);
    }

    private IEnumerable<(string Name, IWriters Writers)> Writers(int entities, int facilities)
    {
        var grains = silo.GetRequiredService<IGrainFactory>();
        yield return (OneByOne, new RowWriters(source, new(source), new(entities), facilities));
        yield return (Ours, new StorageWriters(silo.GetRequiredKeyedService<IGrainStorage>(EntityStorage.Name), grains, new(entities), facilities));
        if (adoNet is not null)
        {
            yield return (AdoNetYardstick.Name, adoNet.Writers(new(entities), facilities));
        }

        yield return (Grains, new GrainWriters(grains, new(entities), facilities));
        if (adoNetSilo is not null)
        {
            yield return (AdoNetGrains, new GrainWriters(adoNetSilo.GetRequiredService<IGrainFactory>(), new(entities), facilities));
        }
    }
}
