namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>What a star system can be told. Every command may be sent again: a repeat changes nothing.</summary>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.StarSystemCommand")]
public abstract record StarSystemCommand;
