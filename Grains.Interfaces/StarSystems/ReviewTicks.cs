namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>Time has passed: looks whether a tick is overdue, and whether a doubtful one is to be taken back.</summary>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.ReviewTicks")]
public sealed record ReviewTicks : GalaxyCommand;
