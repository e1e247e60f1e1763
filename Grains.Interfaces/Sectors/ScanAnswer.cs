using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>The neighbourhood of a sector, with who is there.</summary>
/// <param name="MapVersion">The map it was found on.</param>
/// <param name="Sectors">The sectors, the nearest first; each as its grain had it when asked.</param>
/// <param name="Rejection"><c>unknown-sector</c>; null where there is none.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.ScanAnswer")]
public sealed record ScanAnswer(
    [property: Id(0)] long MapVersion,
    [property: Id(1)] ImmutableArray<ScannedSector> Sectors,
    [property: Id(2)] Rejection? Rejection);
