namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player docked.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="PortId">Where.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerDocked")]
public sealed record PlayerDocked(DateTimeOffset OccurredAt, [property: Id(0)] string PortId) : PlayerEvent(OccurredAt);
