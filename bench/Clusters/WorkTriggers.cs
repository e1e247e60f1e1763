using System.Collections.Concurrent;
using System.Diagnostics;
using OrleansGameState.Bench.Calls;
using OrleansGameState.Bench.Commits;

namespace OrleansGameState.Bench.Clusters;

/// <summary>Has a server do by itself what is measured, so that no load's transport is in the figure.</summary>
internal static class WorkTriggers
{
    private const int CallerCount = 100;

    // So many that of each kind, here and elsewhere, there are enough in a cluster of three.
    private const int Candidates = 5000;

    // Of the worlds below there are zones that are read, whose maps know no other facilities.
    private const int SampledWorlds = 1000;

    private static readonly ConcurrentDictionary<int, Task<GrainWriters>> Prepared = new();

    public static string CallsPath(string where, TimeSpan duration) => FormattableString.Invariant($"/bench/work/calls/{where}/{duration.TotalSeconds}");

    public static string CommitsPath(int zones, TimeSpan duration) => FormattableString.Invariant($"/bench/work/commits/{zones}/{duration.TotalSeconds}");

    public static void MapWork(this WebApplication app)
    {
        app.MapGet("/bench/work/build", () => FileVersionInfo.GetVersionInfo(typeof(Grain).Assembly.Location).ProductVersion?.Split('+')[0] ?? "");
        app.MapGet("/bench/work/calls/{where}/{seconds:double}", CallAsync);
        app.MapGet("/bench/work/commits/{zones:int}/{seconds:double}", CommitAsync);
    }

    private static async Task<double> CallAsync(string where, double seconds, IGrainFactory grains)
    {
        var chosen = await ChooseAsync(where, grains);
        var sample = await Callers.MeasureAsync(CallerCount, TimeSpan.FromSeconds(seconds), caller => chosen[caller].Ping);
        return sample.PerSecond;
    }

    private static async Task<IPingGrain[]> ChooseAsync(string where, IGrainFactory grains)
    {
        var chosen = new List<IPingGrain>();
        for (var number = 0; chosen.Count < CallerCount && number < Candidates; number++)
        {
            var grain = grains.GetGrain<IPingGrain>($"placed-{number}");
            if ((await grain.Process() == Environment.ProcessId) == (where == Places.Here))
            {
                chosen.Add(grain);
            }
        }

        return chosen.Count == CallerCount ? [.. chosen] : throw new InvalidOperationException($"Of {Candidates} grains, only {chosen.Count} are {where}.");
    }

    private static async Task<GrainWriters> PrepareAsync(GrainWriters writers)
    {
        await writers.PrepareAsync();
        return writers;
    }

    private static async Task<double> CommitAsync(int zones, double seconds, IGrainFactory grains)
    {
        var writers = await Prepared.GetOrAdd(zones, count => PrepareAsync(new(grains, new(count, SampledWorlds), 1)));
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, zones).Select(entity => Task.Run(async () =>
        {
            var count = 0L;
            for (; Stopwatch.GetElapsedTime(started).TotalSeconds < seconds; count++)
            {
                await writers.WriteAsync(entity);
            }

            return count;
        })));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
