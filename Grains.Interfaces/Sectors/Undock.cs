namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Leaves the port.</summary>
[GenerateSerializer]
[Immutable]
[Alias("sectors.Undock")]
public sealed record Undock : PlayerCommand;
