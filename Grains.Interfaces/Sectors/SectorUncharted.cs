namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>The map has the sector no more: nobody can go there; whoever is there can only be teleported.</summary>
/// <param name="OccurredAt">The import's time.</param>
/// <param name="MapVersion">The map's version.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.SectorUncharted")]
public sealed record SectorUncharted(DateTimeOffset OccurredAt, [property: Id(0)] long MapVersion) : SectorEvent(OccurredAt);
