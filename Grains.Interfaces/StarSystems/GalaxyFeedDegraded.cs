using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A feed is silent.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Feed"><c>eddn</c> or <c>tickdetector</c>.</param>
/// <param name="Reason">For people.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.GalaxyFeedDegraded")]
public sealed record GalaxyFeedDegraded(
    DateTimeOffset OccurredAt,
    [property: Id(0)] string Feed,
    [property: Id(1)] string Reason) : GalaxyEvent(OccurredAt), IAnnounced;
