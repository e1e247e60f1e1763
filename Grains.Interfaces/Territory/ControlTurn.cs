namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>One FacilityControl message within its second; where both factions are the same, a defence.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.ControlTurn")]
public readonly record struct ControlTurn(
    [property: Id(0)] Faction From,
    [property: Id(1)] Faction To,
    [property: Id(2)] long HeldSeconds,
    [property: Id(3)] long? OutfitId);
