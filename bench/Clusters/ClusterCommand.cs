using OrleansGameState.Bench.Commits;
using OrleansGameState.Bench.Measuring;
using OrleansGameState.Bench.Serving;

namespace OrleansGameState.Bench.Clusters;

/// <summary>
/// This build beside another one (<c>--other</c>, its Bench.dll) in one run, and beside a cluster of it: grain calls, durable
/// commits, reads at a gateway in the silo's process and in one of its own, and what it costs to cross silos.
/// </summary>
internal static class ClusterCommand
{
    private const int Connections = 64;
    private const int Silos = 3;
    private const int Zones = 1000;
    private const int PoolSize = 20;
    private const string Other = "the other build, one process";
    private const string One = "this build, one process";

    public static async Task<int> RunAsync(BenchOptions options)
    {
        Report.Head("cluster", options);
        await using var database = await BenchDatabase.CreateAsync(options);
        Report.Line(await database.DescribeAsync());
        await using var one = await ServerProcess.StartAsync(On(database.ConnectionString(PoolSize)));

        // On a server of its own, made alike: a cluster's processes take most of the connections that one has.
        await using var clusterDatabase = await BenchDatabase.CreateAsync(options);
        await using var cluster = await ClusterServers.StartAsync(clusterDatabase.ConnectionString(PoolSize), Silos);
        var sides = new List<Servers> { new(One, [one]) };
        if (options.Other is not { } bench)
        {
            return await MeasureAsync(sides, cluster, options);
        }

        await using var other = await ServerProcess.StartAsync(bench, On(await database.AddAsync(PoolSize)));
        sides.Insert(0, new(Other, [other]));
        return await MeasureAsync(sides, cluster, options);
    }

    internal static string[] On(string connectionString) => ["Storage:Mode=postgres", $"ConnectionStrings:GameState={connectionString}"];

    private static async Task<int> MeasureAsync(IReadOnlyList<Servers> alone, ClusterServers cluster, BenchOptions options)
    {
        foreach (var side in alone.Append(cluster.AsSilos))
        {
            Report.Line($"{side.Name}: Orleans {await side.AskAsync("/bench/work/build")}");
        }

        await CallsAsync(alone, cluster, options);
        await CommitsAsync(alone, cluster, options);
        await ReadsAsync("HTTP", [.. alone, cluster.AsGateway], options, side => new HttpReads(side, Connections));
        await ReadsAsync("gRPC", [.. alone, cluster.AsGateway], options, side => new GrpcReads(side, Connections));
        return 0;
    }

    private static async Task CallsAsync(IReadOnlyList<Servers> alone, ClusterServers cluster, BenchOptions options)
    {
        var rounds = new Rounds();
        var here = $"{cluster.AsSilos.Name}, same silo";
        var elsewhere = $"{cluster.AsSilos.Name}, another silo";
        foreach (var side in alone)
        {
            rounds.Add(side.Name, () => side.WorkAsync(WorkTriggers.CallsPath(Places.Here, options.Duration)));
        }

        rounds.Add(here, () => cluster.AsSilos.WorkAsync(WorkTriggers.CallsPath(Places.Here, options.Duration)));
        rounds.Add(elsewhere, () => cluster.AsSilos.WorkAsync(WorkTriggers.CallsPath(Places.Elsewhere, options.Duration)));
        Print("grain calls by 100 callers", await rounds.RunAsync(options.Rounds), [.. alone.Select(side => side.Name), here, elsewhere]);
    }

    private static async Task CommitsAsync(IReadOnlyList<Servers> alone, ClusterServers cluster, BenchOptions options)
    {
        Servers[] sides = [.. alone, cluster.AsSilos];
        var rounds = new Rounds();
        foreach (var side in sides)
        {
            rounds.Add(side.Name, () => side.WorkAsync(WorkTriggers.CommitsPath(Zones, options.Duration)));
        }

        Print($"durable commits through {Zones} zone grains", await rounds.RunAsync(options.Rounds), [.. sides.Select(side => side.Name)]);
    }

    private static async Task ReadsAsync(string what, IReadOnlyList<Servers> sides, BenchOptions options, Func<Servers, IReads> open)
    {
        IReads[] reads = [.. sides.Select(open)];
        var rounds = new Rounds();
        foreach (var read in reads)
        {
            rounds.Add(read.Side.Name, () => read.Side.LoadAsync(() => read.RunAsync(options.Duration)));
        }

        Print($"{what} reads of a zone of 1 KB", await rounds.RunAsync(options.Rounds), [.. sides.Select(side => side.Name)]);
        foreach (var read in reads)
        {
            read.Dispose();
        }
    }

    private static void Print(string what, Rounds rounds, IReadOnlyList<string> names)
    {
        Report.Line("");
        Report.Line(what);
        rounds.PrintRate(names[0]);
        foreach (var name in names.Skip(1))
        {
            rounds.PrintRatio(name, names[0], "");
        }
    }
}
