namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>The sector's list had lost the player, and is told again.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Sector">Where they are.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PresenceAffirmed")]
public sealed record PresenceAffirmed(DateTimeOffset OccurredAt, [property: Id(0)] string Sector) : PlayerEvent(OccurredAt);
