using OrleansGameState.Grains.Interfaces.Cluster;

namespace OrleansGameState.Grains.Cluster;

internal sealed class ClusterBoardGrain(TimeProvider time) : Grain, IClusterBoardGrain
{
    // Long enough for somebody to see that it fell silent.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly SortedDictionary<string, (ProcessReport Report, long At)> _told = new(StringComparer.Ordinal);

    public ValueTask Report(ProcessReport report)
    {
        _told[report.Process] = (report, time.GetTimestamp());
        Forget();
        return default;
    }

    public ValueTask Leave(string process)
    {
        _told.Remove(process);
        return default;
    }

    public ValueTask<ClusterBoard> Read() =>
        new(new ClusterBoard([.. _told.Values.Select(told => new ProcessStanding(told.Report, Age(told.At))).Where(standing => standing.Age < Kept)]));

    private void Forget()
    {
        foreach (var process in _told.Where(told => Age(told.Value.At) >= Kept).Select(told => told.Key).ToArray())
        {
            _told.Remove(process);
        }
    }

    private TimeSpan Age(long at) => time.GetElapsedTime(at);
}
