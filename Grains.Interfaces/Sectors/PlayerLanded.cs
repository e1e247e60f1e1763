namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player landed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="PlanetId">Where.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerLanded")]
public sealed record PlayerLanded(DateTimeOffset OccurredAt, [property: Id(0)] string PlanetId) : PlayerEvent(OccurredAt);
