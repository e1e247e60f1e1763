namespace OrleansGameState.Grains.Interfaces.Cluster;

/// <summary>What a process told last.</summary>
/// <param name="Report">What it told.</param>
/// <param name="Age">How long ago.</param>
[GenerateSerializer]
[Immutable]
[Alias("cluster.ProcessStanding")]
public sealed record ProcessStanding([property: Id(0)] ProcessReport Report, [property: Id(1)] TimeSpan Age);
