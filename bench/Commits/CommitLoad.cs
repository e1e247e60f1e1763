using System.Diagnostics;
using OrleansGameState.Bench.Measuring;

namespace OrleansGameState.Bench.Commits;

/// <summary>Counts commits for a while, with the CPU time that the database and this process took.</summary>
internal sealed class CommitLoad(PostgresCpu cpu, TimeSpan duration)
{
    /// <summary>One caller an entity: each waits until its commit is durable, then makes the next.</summary>
    public Task<Sample> MeasureAsync(IWriters writers, int entities) => MeasureAsync(async goesOn =>
        (await Task.WhenAll(Enumerable.Range(0, entities).Select(entity => Task.Run(() => WriteUntilAsync(writers, entity, goesOn))))).Sum());

    /// <param name="run">Commits while it is told to go on; tells how many.</param>
    public async Task<Sample> MeasureAsync(Func<Func<bool>, Task<long>> run)
    {
        using var own = Process.GetCurrentProcess();
        var (server, client, started) = (await cpu.MicrosAsync(), own.TotalProcessorTime, Stopwatch.GetTimestamp());
        var count = await run(() => Stopwatch.GetElapsedTime(started) < duration);
        var elapsed = Stopwatch.GetElapsedTime(started);
        own.Refresh();
        return new(
            count / elapsed.TotalSeconds,
            (await cpu.MicrosAsync() - server) / count,
            (own.TotalProcessorTime - client).TotalMicroseconds / count);
    }

    private static async Task<long> WriteUntilAsync(IWriters writers, int entity, Func<bool> goesOn)
    {
        var count = 0L;
        while (goesOn())
        {
            await writers.WriteAsync(entity);
            count++;
        }

        return count;
    }
}
