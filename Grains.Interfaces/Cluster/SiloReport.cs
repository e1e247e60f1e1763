using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Cluster;

/// <summary>What a silo tells of itself.</summary>
/// <param name="Address">Its address as Orleans writes it, with its generation: <c>10.0.0.5:11111@123</c>.</param>
/// <param name="Name">Its name among silos.</param>
/// <param name="CallsPerSecond">Grain calls that it answered, since its last report.</param>
/// <param name="Methods">The slowest methods of the last minute, slowest first.</param>
/// <param name="Store">How its store does.</param>
[GenerateSerializer]
[Immutable]
[Alias("cluster.SiloReport")]
public sealed record SiloReport(
    [property: Id(0)] string Address,
    [property: Id(1)] string Name,
    [property: Id(2)] double CallsPerSecond,
    [property: Id(3)] ImmutableArray<MethodReport> Methods,
    [property: Id(4)] StoreReport Store);
