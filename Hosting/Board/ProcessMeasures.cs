using System.Diagnostics;
using OrleansGameState.Grains.Interfaces.Cluster;

namespace OrleansGameState.Hosting.Board;

/// <summary>What every process has to tell, whatever it does.</summary>
internal sealed class ProcessMeasures(TimeProvider time)
{
    private readonly string _process = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}"[..^26];
    private readonly DateTimeOffset _startedAt = StartedAt();
    private TimeSpan _cpu = Environment.CpuUsage.TotalTime;
    private long _at = time.GetTimestamp();

    public ProcessReport Report()
    {
        var (cpu, elapsed) = (Environment.CpuUsage.TotalTime, time.GetElapsedTime(_at));
        var percent = elapsed > TimeSpan.Zero ? 100 * (cpu - _cpu) / elapsed / Environment.ProcessorCount : 0;
        (_cpu, _at) = (cpu, time.GetTimestamp());
        return new(_process, Environment.MachineName, Environment.ProcessId, [], _startedAt, Math.Clamp(percent, 0, 100), Environment.WorkingSet, null, null, []);
    }

    private static DateTimeOffset StartedAt()
    {
        using var own = Process.GetCurrentProcess();
        return new DateTimeOffset(own.StartTime).ToUniversalTime();
    }
}
