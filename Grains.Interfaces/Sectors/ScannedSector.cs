using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A sector of a scan.</summary>
/// <param name="Distance">Steps from the one scanned from, by links and tunnels.</param>
/// <param name="Sector">The sector.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.ScannedSector")]
public sealed record ScannedSector([property: Id(0)] int Distance, [property: Id(1)] Snapshot<SectorState> Sector);
