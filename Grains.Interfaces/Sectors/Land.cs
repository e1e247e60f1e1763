namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Lands on a planet of the sector.</summary>
/// <param name="PlanetId">The planet.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.Land")]
public sealed record Land([property: Id(0)] string PlanetId) : PlayerCommand;
