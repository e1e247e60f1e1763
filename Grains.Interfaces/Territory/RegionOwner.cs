namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>One row of the REST map.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.RegionOwner")]
public readonly record struct RegionOwner(
    [property: Id(0)] int RegionId,
    [property: Id(1)] Faction Faction);
