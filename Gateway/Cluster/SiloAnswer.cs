namespace OrleansGameState.Gateway.Cluster;

/// <summary>What a silo said of itself; null where it did not answer.</summary>
internal sealed record SiloAnswer(SiloAddress Silo, SiloRuntimeStatistics? Statistics, SimpleGrainStatistic[]? Activations)
{
    public bool IsWhole => Statistics is not null && Activations is not null;
}
