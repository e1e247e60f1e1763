using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player who was silent past the session limit is in space no more; their ship stays.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Sector">Where they were.</param>
/// <param name="SilentSince">Their last activity.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerSwept")]
public sealed record PlayerSwept(
    DateTimeOffset OccurredAt,
    [property: Id(0)] string Sector,
    [property: Id(1)] DateTimeOffset SilentSince) : PlayerEvent(OccurredAt), IAnnounced;
