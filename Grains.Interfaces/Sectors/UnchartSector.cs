namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A map has the sector no more.</summary>
/// <param name="MapVersion">The map's version; one that is not newer than the last changes nothing.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.UnchartSector")]
public sealed record UnchartSector([property: Id(0)] long MapVersion) : SectorCommand;
