namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A session began.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Session">The session.</param>
/// <param name="AwaySince">The last activity before it; null where there was none.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerLoggedIn")]
public sealed record PlayerLoggedIn(
    DateTimeOffset OccurredAt,
    [property: Id(0)] PlayerSession Session,
    [property: Id(1)] DateTimeOffset? AwaySince) : PlayerEvent(OccurredAt);
