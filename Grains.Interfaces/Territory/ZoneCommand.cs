namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>What a zone can be told. Every command may be sent again: a repeat changes nothing.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.ZoneCommand")]
public abstract record ZoneCommand;
