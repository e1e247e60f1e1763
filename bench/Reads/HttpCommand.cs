using OrleansGameState.Bench.Measuring;
using OrleansGameState.Bench.Serving;

namespace OrleansGameState.Bench.Reads;

/// <summary>Reads of a zone over HTTP, against an empty endpoint of the same server.</summary>
internal static class HttpCommand
{
    private const int Connections = 64;

    public static async Task<int> RunAsync(BenchOptions options)
    {
        Report.Head("http", options);
        await using var server = await ServerProcess.StartAsync();
        using var load = new HttpLoad(server.Own.Http, Connections);
        using var yardstick = new HttpLoad(server.Yardsticks.Http, Connections);
        var (small, full) = (load.Get(SampleZones.SmallPath).Length, load.Get(SampleZones.FullPath).Length);
        Report.Line($"bodies: empty endpoint {yardstick.Get(Yardsticks.EmptyPath).Length} B, small zone {small} B, full zone {full} B; {Connections} connections");

        var rounds = await new Rounds()
            .Add("empty endpoint", () => Measure(yardstick, Yardsticks.EmptyPath))
            .Add("zone of 1 KB", () => Measure(load, SampleZones.SmallPath))
            .Add("zone of full size", () => Measure(load, SampleZones.FullPath))
            .Add("ready bytes, 1 KB", () => Measure(yardstick, Yardsticks.BytesPath(small)))
            .Add("ready bytes, full size", () => Measure(yardstick, Yardsticks.BytesPath(full)))
            .RunAsync(options.Rounds);

        rounds.PrintRate("empty endpoint");
        rounds.PrintRatio("zone of 1 KB", "empty endpoint", "; target: 0.70, then 0.85");
        rounds.PrintRatio("zone of full size", "empty endpoint", "");
        rounds.PrintRatio("ready bytes, 1 KB", "empty endpoint", "");
        rounds.PrintRatio("ready bytes, full size", "empty endpoint", "");
        rounds.PrintRatio("zone of full size", "ready bytes, full size", "");
        return 0;

        Task<Sample> Measure(HttpLoad on, string path) => Measured.ByCpuAsync(server, () => on.RunAsync(path, options.Duration));
    }
}
