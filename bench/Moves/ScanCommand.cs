using System.Diagnostics;
using OrleansGameState.Bench.Commits;
using OrleansGameState.Bench.Measuring;

namespace OrleansGameState.Bench.Moves;

/// <summary>How long the scan of a sector's neighbourhood takes, in a universe of a real one's size with players in it.</summary>
internal static class ScanCommand
{
    private const int Connections = 20;
    private const int Players = 2_000;
    private const int Depth = 2;
    private const int WarmUp = 200;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        Report.Head("scan", options);
        var (map, players) = (MoveMap.Make(), options.Count ?? Players);
        await using var database = await BenchDatabase.CreateAsync(options);
        Report.Line(await database.DescribeAsync());
        await using var app = await BenchSilo.StartAsync(database.ConnectionString(Connections));
        var moves = new GrainMoves(app.Services.GetRequiredService<IGrainFactory>(), map, players);
        await moves.PrepareAsync();
        var random = new Random(1);
        for (var turn = 0; turn < WarmUp; turn++)
        {
            await ScanAsync(moves, random);
        }

        var (took, seen, started) = (new List<double>(), new List<double>(), Stopwatch.GetTimestamp());
        while (Stopwatch.GetElapsedTime(started) < options.Duration * options.Rounds)
        {
            var asked = Stopwatch.GetTimestamp();
            seen.Add(await ScanAsync(moves, random));
            took.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }

        Print(players, [.. took.Order()], Spread.Of(seen));
        await app.StopAsync();
        return 0;
    }

    private static async Task<int> ScanAsync(GrainMoves moves, Random random)
    {
        var answer = await moves.Map.Scan(MoveMap.Id(1 + random.Next(MoveMap.Sectors)), Depth);
        return answer.Rejection is null ? answer.Sectors.Length : throw new InvalidOperationException(answer.Rejection.Message);
    }

    private static void Print(int players, double[] took, Spread seen)
    {
        Report.Line("");
        Report.Line($"{players} players in {MoveMap.Sectors} sectors; one caller, depth {Depth}, {took.Length} scans of {seen.Text("N0")} sectors");
        Report.Line($"{"scan",-34} p50 {Spread.Percentile(took, 0.5):0.00} ms, p99 {Spread.Percentile(took, 0.99):0.00} ms, max {took[^1]:0.00} ms; target: under 50 ms");
    }
}
