namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>What the galaxy can be told. Every command may be sent again: a repeat changes nothing.</summary>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.GalaxyCommand")]
public abstract record GalaxyCommand;
