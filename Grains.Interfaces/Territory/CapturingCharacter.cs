namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A player present at a capture, with the faction that was looked up for it; None where it could not be.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.CapturingCharacter")]
public readonly record struct CapturingCharacter(
    [property: Id(0)] long CharacterId,
    [property: Id(1)] Faction Faction);
