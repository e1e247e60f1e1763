using Npgsql;
using Orleans.Storage;
using OrleansGameState.Bench.Measuring;
using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Bench.Commits;

/// <summary>
/// Durable commits a second, each of a state row and one event, by 100 and 1,000 entities at once, with small states and
/// with 8 KB: by the silo's storage, through zone grains, and by the yardsticks, all on one server.
/// </summary>
internal static class CommitsCommand
{
    private const string Ours = "storage";
    private const string Grains = "through zone grains";
    private const string OneByOne = "one row, one transaction";
    private const string ByHand = "batched by hand, the limit";

    // More than that only take turns on few cores.
    private const int RowConnections = 32;

    private static readonly (int Entities, int Bytes)[] Cases = [(100, 500), (1000, 500), (100, 8192), (1000, 8192)];

    public static async Task<int> RunAsync(BenchOptions options)
    {
        Report.Head("commits", options);
        await using var database = await BenchDatabase.CreateAsync(options);
        Report.Line(await database.DescribeAsync());
        await using var app = await BenchSilo.StartAsync(database.ConnectionString(20));
        await using var source = database.Source(RowConnections);
        await using var adoNet = await AdoNetYardstick.StartAsync(database.ConnectionString(RowConnections));
        foreach (var (entities, bytes) in Cases)
        {
            await MeasureAsync(options, database, app.Services, source, adoNet, entities, SampleZone.FacilitiesFor(bytes));
        }

        await app.StopAsync();
        return 0;
    }

    private static async Task MeasureAsync(
        BenchOptions options, BenchDatabase database, IServiceProvider silo, NpgsqlDataSource source, AdoNetYardstick? adoNet, int entities, int facilities)
    {
        var (load, sql, grains) = (new CommitLoad(database.Cpu, options.Duration), new CommitSql(source), silo.GetRequiredService<IGrainFactory>());
        var sides = new List<(string Name, IWriters Writers)>
        {
            (OneByOne, new RowWriters(source, sql, new(entities), facilities)),
            (Ours, new StorageWriters(silo.GetRequiredKeyedService<IGrainStorage>(EntityStorage.Name), grains, new(entities), facilities)),
            (Grains, new GrainWriters(grains, new(entities), facilities)),
        };
        if (adoNet is not null)
        {
            sides.Insert(1, (AdoNetYardstick.Name, adoNet.Writers(new(entities), facilities)));
        }

        var rounds = new Rounds();
        foreach (var (name, writers) in sides)
        {
            await writers.PrepareAsync();
            rounds.Add(name, () => load.MeasureAsync(writers, entities));
        }

        var byHand = new HandBatches(source, sql, new(entities), facilities);
        await byHand.PrepareAsync();
        await rounds.Add(ByHand, () => load.MeasureAsync(byHand.RunAsync)).RunAsync(options.Rounds);

        Report.Line("");
        Report.Line($"{entities} entities at once, states of {SampleZone.SizeOf(facilities)} bytes (server: PostgreSQL; client: this process)");
        foreach (var (name, _) in sides.Where(side => side.Name is not (Ours or Grains)))
        {
            rounds.PrintRate(name);
        }

        rounds.PrintRate(ByHand);
        foreach (var name in new[] { Ours, Grains })
        {
            rounds.PrintRate(name);
            foreach (var yardstick in sides.Select(side => side.Name).Except([Ours, Grains]).Append(ByHand))
            {
                rounds.PrintAgainst(name, yardstick);
            }
        }
    }
}
