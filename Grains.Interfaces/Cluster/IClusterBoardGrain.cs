using Orleans.Concurrency;

namespace OrleansGameState.Grains.Interfaces.Cluster;

/// <summary>
/// What the processes of a cluster tell of themselves. The primary key is <see cref="Key"/>. It is held in memory only: each
/// process tells again every two seconds, wherever the grain is by then.
/// </summary>
[Alias("cluster.IClusterBoardGrain")]
public interface IClusterBoardGrain : IGrainWithStringKey
{
    /// <summary>The one key.</summary>
    const string Key = "board";

    /// <summary>Takes the place of what the process told before.</summary>
    [Alias("Report")]
    [ResponseTimeout("00:00:02")]
    ValueTask Report(ProcessReport report);

    /// <summary>Of a process that ends: it is not shown as silent.</summary>
    [Alias("Leave")]
    [ResponseTimeout("00:00:02")]
    ValueTask Leave(string process);

    /// <summary>All that told of late.</summary>
    [Alias("Read")]
    [ReadOnly]
    [ResponseTimeout("00:00:02")]
    ValueTask<ClusterBoard> Read();
}
