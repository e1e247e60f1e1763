using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Cluster;

/// <summary>What the processes told.</summary>
/// <param name="Processes">In the order of their names.</param>
[GenerateSerializer]
[Immutable]
[Alias("cluster.ClusterBoard")]
public sealed record ClusterBoard([property: Id(0)] ImmutableArray<ProcessStanding> Processes);
