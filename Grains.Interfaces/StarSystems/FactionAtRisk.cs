namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A faction at risk, and where.</summary>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.FactionAtRisk")]
public sealed record FactionAtRisk(
    [property: Id(0)] long SystemAddress,
    [property: Id(1)] string System,
    [property: Id(2)] DateTimeOffset Timestamp,
    [property: Id(3)] AtRiskFaction Faction);
