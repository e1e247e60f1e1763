using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>The world's own service went online or offline.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.WorldOnlineChanged")]
public sealed record WorldOnlineChanged(
    DateTimeOffset OccurredAt,
    [property: Id(0)] bool Online) : WorldEvent(OccurredAt), IAnnounced;
