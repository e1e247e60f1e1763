using OrleansGameState.Bench.Commits;
using OrleansGameState.Bench.Measuring;
using OrleansGameState.Bench.Stars;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Bench.Idle;

/// <summary>
/// Memory of active star systems of seven factions that nobody calls: observed by one silo, and woken by another from their
/// rows, so that nothing else of theirs is active. Beside their plain states.
/// </summary>
internal static class IdleStarsCommand
{
    private const double Million = 1_000_000;
    private const int Connections = 32;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        Report.Head("stars-idle", options);
        var count = options.Count ?? 20_000;
        await using var database = await BenchDatabase.CreateAsync(options);
        await ObserveAsync(database, count * (options.Rounds + 1));
        await using var app = await BenchSilo.StartAsync(database.ConnectionString(Connections));
        var grains = app.Services.GetRequiredService<IGrainFactory>();

        // The first round warms up and is not counted.
        await WakeAsync(grains, 0, count);
        var (entities, residents) = (new List<double>(), new List<double>());
        for (var round = 1; round <= options.Rounds; round++)
        {
            var (before, resident) = (Heap.Used(), Heap.Resident());
            await WakeAsync(grains, round * count, count);
            entities.Add((Heap.Used() - before) / (double)count);
            residents.Add((Heap.Resident() - resident) / (double)count);
        }

        var states = await StatesAsync(grains, count);
        Print(count, Spread.Of(entities), Spread.Of([Heap.Of(() => Array.ConvertAll(states, Copy), out _) / count]), Spread.Of(residents));
        await app.StopAsync();
        return 0;
    }

    private static void Print(int count, Spread entity, Spread plain, Spread resident)
    {
        Report.Line($"{count} systems a round, {EddnFrames.Factions} factions each, woken from PostgreSQL");
        Report.Line($"{"plain state, pooled texts",-34} {plain.Text("N0")} B each");
        Report.Line($"{"active star system, heap",-34} {entity.Text("N0")} B each   {entity.Median / plain.Median:0.0} of the plain state");
        Report.Line($"{"active star system, resident",-34} {resident.Text("N0")} B each (with what the collector keeps in reserve)");
        Report.Line($"{"one million of them",-34} {entity.Median * Million / 1e9:0.0} GB; target: under 4 GB");
    }

    private static async Task ObserveAsync(BenchDatabase database, int count)
    {
        const int Slice = 10_000;
        await using var app = await BenchSilo.StartAsync(database.ConnectionString(Connections));
        using var feed = new StarFeed(app.Services.GetRequiredService<IGrainFactory>());
        for (var first = 0; first < count; first += Slice)
        {
            await feed.TakeAsync(EddnFrames.Of(first, Math.Min(Slice, count - first), 1, TimeProvider.System.GetUtcNow().AddHours(-1)));
        }

        await app.StopAsync();
    }

    private static Task WakeAsync(IGrainFactory grains, int first, int count) =>
        Parallel.ForEachAsync(Enumerable.Range(first, count), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (system, _) =>
        {
            if ((await Grain(grains, system).GetSnapshot()).State.Last is null)
            {
                throw new InvalidOperationException($"System {system} was not in the store.");
            }
        });

    private static async Task<StarSystemState[]> StatesAsync(IGrainFactory grains, int count)
    {
        var states = new StarSystemState[count];
        for (var system = 0; system < count; system++)
        {
            states[system] = (await Grain(grains, system).GetSnapshot()).State;
        }

        return states;
    }

    // Texts are shared, as the pool shares them.
    private static StarSystemState Copy(StarSystemState state) => state with
    {
        Last = state.Last! with { Factions = [.. state.Last.Factions.Select(faction => faction with { })], Conflicts = [.. state.Last.Conflicts] },
    };

    private static IStarSystemGrain Grain(IGrainFactory grains, int system) =>
        grains.GetGrain<IStarSystemGrain>(StarSystemKeys.StarSystem(EddnFrames.AddressOf(system)));
}
