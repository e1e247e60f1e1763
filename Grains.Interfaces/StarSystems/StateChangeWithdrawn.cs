namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A noted state change was false: the system's states are what they were before it.</summary>
/// <param name="OccurredAt">When that was seen.</param>
/// <param name="SystemAddress">The system.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.StateChangeWithdrawn")]
public sealed record StateChangeWithdrawn(
    DateTimeOffset OccurredAt,
    [property: Id(0)] long SystemAddress) : GalaxyEvent(OccurredAt);
