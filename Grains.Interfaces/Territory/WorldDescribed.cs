namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>The world has a name, or another one.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.WorldDescribed")]
public sealed record WorldDescribed(
    DateTimeOffset OccurredAt,
    [property: Id(0)] string Name) : WorldEvent(OccurredAt);
