using System.Diagnostics;
using OrleansGameState.Bench.Serving;

namespace OrleansGameState.Bench.Measuring;

/// <summary>Measures a load with the CPU time it took on both sides.</summary>
internal static class Measured
{
    public static async Task<Sample> ByCpuAsync(ServerProcess server, Func<Task<long>> load)
    {
        using var own = Process.GetCurrentProcess();
        var (serverBefore, ownBefore, started) = (server.Cpu, own.TotalProcessorTime, Stopwatch.GetTimestamp());
        var count = await load();
        var elapsed = Stopwatch.GetElapsedTime(started);
        own.Refresh();
        return new(
            count / elapsed.TotalSeconds,
            (server.Cpu - serverBefore).TotalMicroseconds / count,
            (own.TotalProcessorTime - ownBefore).TotalMicroseconds / count);
    }
}
