using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A feed is heard again.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Feed"><c>eddn</c> or <c>tickdetector</c>.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.GalaxyFeedRecovered")]
public sealed record GalaxyFeedRecovered(
    DateTimeOffset OccurredAt,
    [property: Id(0)] string Feed) : GalaxyEvent(OccurredAt), IAnnounced;
