namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>What a player can do, beside moving. Every command may be sent again: a repeat changes nothing.</summary>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerCommand")]
public abstract record PlayerCommand;
