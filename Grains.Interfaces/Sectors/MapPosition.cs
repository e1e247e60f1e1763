namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Where a sector is drawn, in units of the map's own.</summary>
[GenerateSerializer]
[Immutable]
[Alias("sectors.MapPosition")]
public sealed record MapPosition([property: Id(0)] double X, [property: Id(1)] double Y);
