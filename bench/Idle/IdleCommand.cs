using System.Collections.Immutable;
using OrleansGameState.Bench.Measuring;
using OrleansGameState.Bench.Serving;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Bench.Idle;

/// <summary>Memory of active entities that nobody calls: small zones, in memory storage, against their plain states.</summary>
internal static class IdleCommand
{
    private const int FacilitiesEach = 3;

    // Each world holds a summary of its zones; few a world, as in the game.
    private const int ZonesPerWorld = 10;

    private const double Million = 1_000_000;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        Report.Head("idle", options);
        var count = options.Count ?? 50_000;
        await using var app = IdleSilo.Build();
        await app.StartAsync();
        var grains = app.Services.GetRequiredService<IGrainFactory>();
        await TellAsync(grains, 1_000_000, 1000);

        var entities = new List<double>();
        var plain = new List<double>();
        var residents = new List<double>();
        for (var round = 0; round < options.Rounds; round++)
        {
            var first = round * count / ZonesPerWorld;
            plain.Add(Heap.Of(() => States(count), out _));
            var (before, resident) = (Heap.Used(), Heap.Resident());
            await TellAsync(grains, first + 1, count);
            entities.Add((Heap.Used() - before) / (double)count);
            residents.Add((Heap.Resident() - resident) / (double)count);
        }

        Print(count, Spread.Of(entities), Spread.Of(plain.Select(bytes => bytes / count)), Spread.Of(residents));
        await app.StopAsync();
        return 0;
    }

    private static void Print(int count, Spread entity, Spread plain, Spread resident)
    {
        Report.Line($"{count} zones a round, {FacilitiesEach} facilities each, {ZonesPerWorld} a world (its share is counted in)");
        Report.Line($"{"plain state in a dictionary",-34} {plain.Text("N0")} B each");
        Report.Line($"{"active entity, heap",-34} {entity.Text("N0")} B each   {entity.Median / plain.Median:0.0} of the plain state");
        Report.Line($"{"active entity, resident",-34} {resident.Text("N0")} B each (with what the collector keeps in reserve)");
        Report.Line($"{"one million of them",-34} {entity.Median * Million / (1L << 30):0.0} GiB; target: under 4 GB");
    }

    private static async Task TellAsync(IGrainFactory grains, int firstWorld, int count)
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (number, _) =>
        {
            var zone = grains.GetGrain<IZoneGrain>(TerritoryKeys.Zone(firstWorld + (number / ZonesPerWorld), (uint)(1 + (number % ZonesPerWorld))));
            foreach (var command in Commands())
            {
                await zone.Execute(command);
            }
        });
    }

    private static Dictionary<string, ZoneState> States(int count) => Enumerable.Range(0, count)
        .Select(number => TerritoryKeys.Zone(number + 1, 2))
        .ToDictionary(key => key, key => Commands().Aggregate(ZoneState.Initial(key), (zone, command) =>
            zone.Apply(new FacilityCaptured(
                command.Timestamp, command.FacilityId, command.OldFaction, command.NewFaction, null, ChangeSource.FacilityControl, command.Timestamp, 0, 60, [], false))));

    private static ImmutableArray<ReportFacilityControl> Commands() =>
    [
        .. Enumerable.Range(1, FacilitiesEach).Select(facility => new ReportFacilityControl(
            facility, Faction.VanuSovereignty, Faction.NewConglomerate, 60, null, SampleZones.Start.AddSeconds(facility))),
    ];
}
