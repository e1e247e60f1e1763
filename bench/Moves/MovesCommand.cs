using System.Diagnostics;
using OrleansGameState.Bench.Commits;
using OrleansGameState.Bench.Measuring;

namespace OrleansGameState.Bench.Moves;

/// <summary>
/// Durable moves a second through player grains on PostgreSQL, a move counted once it is durable in the player's record,
/// beside the same moves as one SQL transaction each by pgbench on the same server.
/// </summary>
internal static class MovesCommand
{
    private const string Grains = "through player grains";
    private const string Sql = "one SQL transaction, pgbench";
    private const int Connections = 20;
    private const int Players = 2_000;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        Report.Head("moves", options);
        var (map, players) = (MoveMap.Make(), options.Count ?? Players);
        await using var database = await BenchDatabase.CreateAsync(options);
        Report.Line(await database.DescribeAsync());
        await using var app = await BenchSilo.StartAsync(database.ConnectionString(Connections));
        var moves = new GrainMoves(app.Services.GetRequiredService<IGrainFactory>(), map, players);
        await moves.PrepareAsync();
        var sql = await SqlMoves.CreateAsync(database, map, players);
        var (load, settling) = (new CommitLoad(database.Cpu, options.Duration), new List<double>());
        var rounds = await new Rounds()
            .Add(Sql, () => sql.MeasureAsync(options.Duration))
            .Add(Grains, () => MeasureAsync(moves, load, settling))
            .RunAsync(options.Rounds);

        var rate = rounds.PerSecond(Grains).Median;
        var took = await moves.RunAtAsync(rate / 2, options.Duration);
        Print(players, rounds, Spread.Of(settling.Skip(1)), rate / 2, took);
        await app.StopAsync();
        return 0;
    }

    private static async Task<Sample> MeasureAsync(GrainMoves moves, CommitLoad load, List<double> settling)
    {
        var sample = await load.MeasureAsync(moves.RunAsync);
        var stopped = Stopwatch.GetTimestamp();
        await moves.SettledAsync();
        settling.Add(Stopwatch.GetElapsedTime(stopped).TotalMilliseconds);
        await moves.SettleAsync();
        return sample;
    }

    private static void Print(int players, Rounds rounds, Spread settling, double half, double[] took)
    {
        Report.Line("");
        Report.Line($"{players} players in {MoveMap.Sectors} sectors, all walking at once (server: PostgreSQL; client: this process, silo and load; of pgbench the server alone)");
        rounds.PrintRate(Sql);
        rounds.PrintRate(Grains);
        rounds.PrintAgainst(Grains, Sql);
        Report.Line($"{"",-34}   the sectors' lists have settled {settling.Text("N0")} ms after the last answer");
        Report.Line($"{"at half of that rate",-34} {half,34:N0}/s   p50 {Spread.Percentile(took, 0.5):0.0} ms, p99 {Spread.Percentile(took, 0.99):0.0} ms, max {took[^1]:0.0} ms");
        Report.Line("targets: 5 thousand/s, and 3 of the SQL transaction");
    }
}
