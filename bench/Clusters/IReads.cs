namespace OrleansGameState.Bench.Clusters;

/// <summary>A load of reads on one side.</summary>
internal interface IReads : IDisposable
{
    Servers Side { get; }

    /// <summary>How many answers came in this time.</summary>
    Task<long> RunAsync(TimeSpan duration);
}
