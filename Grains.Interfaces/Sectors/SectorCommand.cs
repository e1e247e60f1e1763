namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>What a sector can be told. Every command may be sent again: a repeat changes nothing.</summary>
[GenerateSerializer]
[Immutable]
[Alias("sectors.SectorCommand")]
public abstract record SectorCommand;
