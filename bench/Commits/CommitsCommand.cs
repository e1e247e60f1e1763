using OrleansGameState.Bench.Measuring;

namespace OrleansGameState.Bench.Commits;

/// <summary>
/// Durable commits a second, each of a state row and one event, by 100 and 1,000 entities at once, with small states and
/// with 8 KB: by the silo's storage, through zone grains, and by the yardsticks, all on one server.
/// </summary>
internal static class CommitsCommand
{
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
        await using var adoNetSilo = await BenchSilo.StartOnAdoNetAsync(await database.AddAsync(RowConnections));
        var bench = new CommitSides(database, app.Services, source, adoNet, adoNetSilo?.Services);

        // The program is compiled again as it runs; what its first seconds take tells of that alone.
        await bench.MeasureAsync(options with { Rounds = 2 }, 1000, 1);
        foreach (var (entities, bytes) in Cases)
        {
            Print(await bench.MeasureAsync(options, entities, SampleZone.FacilitiesFor(bytes)), entities, SampleZone.SizeOf(SampleZone.FacilitiesFor(bytes)), adoNet is not null);
        }

        if (adoNetSilo is not null)
        {
            await adoNetSilo.StopAsync();
        }

        await app.StopAsync();
        return 0;
    }

    private static void Print(Rounds rounds, int entities, int bytes, bool hasAdoNet)
    {
        Report.Line("");
        Report.Line($"{entities} entities at once, states of {bytes} bytes (server: PostgreSQL; client: this process)");
        string[] yardsticks = hasAdoNet ? [CommitSides.OneByOne, AdoNetYardstick.Name, CommitSides.ByHand] : [CommitSides.OneByOne, CommitSides.ByHand];
        foreach (var yardstick in yardsticks)
        {
            rounds.PrintRate(yardstick);
        }

        foreach (var name in new[] { CommitSides.Ours, CommitSides.Grains })
        {
            rounds.PrintRate(name);
            foreach (var yardstick in yardsticks)
            {
                rounds.PrintAgainst(name, yardstick);
            }
        }

        if (hasAdoNet)
        {
            rounds.PrintAgainst(CommitSides.Grains, CommitSides.AdoNetGrains);
            rounds.PrintRate(CommitSides.AdoNetGrains);
        }
    }
}
