namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>What a world can be told. Every command may be sent again: a repeat changes nothing.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.WorldCommand")]
public abstract record WorldCommand;
