using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>The world's feed speaks again.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.FeedRecovered")]
public sealed record FeedRecovered(
    DateTimeOffset OccurredAt) : WorldEvent(OccurredAt), IAnnounced;
