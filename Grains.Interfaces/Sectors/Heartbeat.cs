namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Gives a sign of life.</summary>
[GenerateSerializer]
[Immutable]
[Alias("sectors.Heartbeat")]
public sealed record Heartbeat : PlayerCommand;
