using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>The world's feed is silent. Its zones are still corrected by the map poll.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Reason">For people.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.FeedDegraded")]
public sealed record FeedDegraded(
    DateTimeOffset OccurredAt,
    [property: Id(0)] string Reason) : WorldEvent(OccurredAt), IAnnounced;
