namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A ship without a pilot is not here: a player's record has it.</summary>
/// <param name="ShipId">The ship.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.RemoveShip")]
public sealed record RemoveShip([property: Id(0)] string ShipId) : SectorCommand;
