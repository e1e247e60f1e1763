using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>The ships without a pilot in a sector.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Ships">The ships.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.SectorShips")]
public sealed record SectorShips([property: Id(0)] string Sector, [property: Id(1)] ImmutableArray<Ship> Ships);
