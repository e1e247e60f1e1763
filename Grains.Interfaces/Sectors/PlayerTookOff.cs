namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player left the planet.</summary>
/// <param name="OccurredAt">When.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerTookOff")]
public sealed record PlayerTookOff(DateTimeOffset OccurredAt) : PlayerEvent(OccurredAt);
