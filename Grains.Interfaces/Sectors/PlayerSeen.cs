namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player gave a sign of life, after a while of none that is kept.</summary>
/// <param name="OccurredAt">When.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerSeen")]
public sealed record PlayerSeen(DateTimeOffset OccurredAt) : PlayerEvent(OccurredAt);
