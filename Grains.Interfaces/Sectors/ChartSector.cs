using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A map has the sector.</summary>
/// <param name="MapVersion">The map's version; one that is not newer than the last changes nothing.</param>
/// <param name="Chart">What it is.</param>
/// <param name="Ships">The ships without a pilot; null where the map does not say.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.ChartSector")]
public sealed record ChartSector(
    [property: Id(0)] long MapVersion,
    [property: Id(1)] SectorChart Chart,
    [property: Id(2)] ImmutableArray<Ship>? Ships) : SectorCommand;
