namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Ends the session.</summary>
[GenerateSerializer]
[Immutable]
[Alias("sectors.LogOut")]
public sealed record LogOut : PlayerCommand;
