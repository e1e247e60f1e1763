using System.Diagnostics;
using OrleansGameState.Bench.Measuring;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Bench.Commits;

/// <summary>A zone's state at an instant of its past: 100,000 events of 90 facilities, with checkpoints and without.</summary>
internal static class PastCommand
{
    private const int Facilities = 90;
    private const int CheckpointEvery = 1000;
    private const string With = "state at T, checkpoints";
    private const string Without = "state at T, none";

    public static async Task<int> RunAsync(BenchOptions options)
    {
        Report.Head("past", options);
        var count = options.Count ?? 100_000;
        await using var database = await BenchDatabase.CreateAsync(options);
        Report.Line(await database.DescribeAsync());
        await using var app = await BenchSilo.StartAsync(database.ConnectionString(8));
        await using var source = database.Source(4);
        var started = Stopwatch.GetTimestamp();
        var with = await SampleHistory.WriteAsync(source, new ZoneKeys(1).All[0], Facilities, count, CheckpointEvery);
        var without = await SampleHistory.WriteAsync(source, new ZoneKeys(1).All[0], Facilities, count, null);
        Report.Line($"two histories of {count} events written in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s; a checkpoint every {CheckpointEvery}");

        var log = app.Services.GetRequiredService<IEventLog>();
        var rounds = await new Rounds()
            .Add(With, () => MeasureAsync(database, log, with, 40))
            .Add(Without, () => MeasureAsync(database, log, without, 4))
            .RunAsync(options.Rounds);
        rounds.PrintRate(With);
        rounds.PrintRate(Without);
        rounds.PrintAgainst(With, Without);
        Report.Line($"{With}: {1000 / rounds.PerSecond(With).Median:0.0} ms each in the median of the rounds; {Without}: {1000 / rounds.PerSecond(Without).Median:0} ms");
        await app.StopAsync();
        return 0;
    }

    private static async Task<Sample> MeasureAsync(BenchDatabase database, IEventLog log, SampleHistory history, int instants)
    {
        using var own = Process.GetCurrentProcess();
        var (server, client, started) = (await database.Cpu.MicrosAsync(), own.TotalProcessorTime, Stopwatch.GetTimestamp());
        for (var turn = 0; turn < instants; turn++)
        {
            // Spread over the whole history, and within the distance of two checkpoints.
            var sequence = (history.Count * (2L * turn + 1) / (2L * instants)) + (turn * 37 % CheckpointEvery);
            var past = await log.StateAtAsync(TerritoryKeys.System, history.Key, history.At(Math.Min(sequence, history.Count)), CancellationToken.None);
            if (past.Sequence != Math.Min(sequence, history.Count))
            {
                throw new InvalidOperationException($"{history.Key} was at {sequence} then, and not at {past.Sequence}.");
            }
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        own.Refresh();
        return new(
            instants / elapsed.TotalSeconds,
            (await database.Cpu.MicrosAsync() - server) / instants,
            (own.TotalProcessorTime - client).TotalMicroseconds / instants);
    }
}
