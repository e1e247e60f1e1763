using Google.Protobuf;
using Grpc.Core;
using OrleansGameState.Bench.Measuring;
using OrleansGameState.Bench.Serving;

namespace OrleansGameState.Bench.Reads;

/// <summary>Reads of a zone over gRPC, against an empty method of the same server.</summary>
internal static class GrpcCommand
{
    private const int Concurrent = 64;

    private static readonly Method<byte[], byte[]> Empty = RawCalls.Method("gamestate.bench.v1.Baseline", "Empty");
    private static readonly Method<byte[], byte[]> Bytes = RawCalls.Method("gamestate.bench.v1.Baseline", "Bytes");
    private static readonly Method<byte[], byte[]> GetZone = RawCalls.Method("gamestate.territory.v1.TerritoryService", "GetZone");

    public static async Task<int> RunAsync(BenchOptions options)
    {
        Report.Head("grpc", options);
        await using var server = await ServerProcess.StartAsync();
        foreach (var channels in new[] { 1, 8 })
        {
            await MeasureAsync(server, channels, options);
        }

        return 0;
    }

    private static async Task MeasureAsync(ServerProcess server, int channels, BenchOptions options)
    {
        using var load = new GrpcLoad(server.Own.Grpc, channels, Concurrent);
        using var yardstick = new GrpcLoad(server.Yardsticks.Grpc, channels, Concurrent);
        var (small, full) = (Zone(SampleZones.MediumZoneId), Zone(SampleZones.FullZoneId));
        var (smallSize, fullSize) = ((await load.CallAsync(GetZone, small)).Length, (await load.CallAsync(GetZone, full)).Length);
        Report.Line($"{channels} channel(s), {Concurrent} calls at once; zone of 1 KB {smallSize} B, full zone {fullSize} B");

        var rounds = await new Rounds()
            .Add("empty method", () => Measure(yardstick, Empty, []))
            .Add("zone of 1 KB", () => Measure(load, GetZone, small))
            .Add("zone of full size", () => Measure(load, GetZone, full))
            .Add("ready bytes, 1 KB", () => Measure(yardstick, Bytes, new BytesRequest { Size = smallSize }.ToByteArray()))
            .Add("ready bytes, full size", () => Measure(yardstick, Bytes, new BytesRequest { Size = fullSize }.ToByteArray()))
            .RunAsync(options.Rounds);

        rounds.PrintRate("empty method");
        rounds.PrintRatio("zone of 1 KB", "empty method", "; target: 0.70, then 0.85");
        rounds.PrintRatio("zone of full size", "empty method", "");
        rounds.PrintRatio("ready bytes, 1 KB", "empty method", "");
        rounds.PrintRatio("zone of full size", "ready bytes, full size", "");

        Task<Sample> Measure(GrpcLoad on, Method<byte[], byte[]> method, byte[] request) =>
            Measured.ByCpuAsync(server, () => on.RunAsync(method, request, options.Duration));
    }

    // world_id = 1, zone_id = 2: both small varints.
    private static byte[] Zone(uint zoneId) => [0x08, SampleZones.WorldId, 0x10, (byte)zoneId];
}
