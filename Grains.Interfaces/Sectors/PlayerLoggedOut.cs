namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A session ended. The player stays in the sector's list until they have been silent past the session limit.</summary>
/// <param name="OccurredAt">When.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerLoggedOut")]
public sealed record PlayerLoggedOut(DateTimeOffset OccurredAt) : PlayerEvent(OccurredAt);
