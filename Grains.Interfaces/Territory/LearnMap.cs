namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>Static data of the zone was read.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.LearnMap")]
public sealed record LearnMap([property: Id(0)] ZoneMap Map) : ZoneCommand;
