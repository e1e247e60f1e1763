namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>An instance of a dynamic zone retired.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.ZoneRemoved")]
public sealed record ZoneRemoved(
    DateTimeOffset OccurredAt,
    [property: Id(0)] uint ZoneId) : WorldEvent(OccurredAt);
