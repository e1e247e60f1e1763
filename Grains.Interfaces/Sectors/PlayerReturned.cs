using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player who had been swept is in space again.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Sector">Where: where they were, or the universe's start where that is no more.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerReturned")]
public sealed record PlayerReturned(DateTimeOffset OccurredAt, [property: Id(0)] string Sector) : PlayerEvent(OccurredAt), IAnnounced;
