namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Leaves the planet.</summary>
[GenerateSerializer]
[Immutable]
[Alias("sectors.TakeOff")]
public sealed record TakeOff : PlayerCommand;
