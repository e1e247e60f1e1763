namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A world was heard of for the first time, or has another name.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.WorldListed")]
public sealed record WorldListed(
    [property: Id(0)] DateTimeOffset OccurredAt,
    [property: Id(1)] int WorldId,
    [property: Id(2)] string Name) : WorldDirectoryEvent;
