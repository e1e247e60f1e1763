namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player left the port.</summary>
/// <param name="OccurredAt">When.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerUndocked")]
public sealed record PlayerUndocked(DateTimeOffset OccurredAt) : PlayerEvent(OccurredAt);
