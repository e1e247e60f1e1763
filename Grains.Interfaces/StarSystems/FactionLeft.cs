namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>The faction is gone from a system.</summary>
/// <param name="OccurredAt">The observation's time.</param>
/// <param name="SystemAddress">Where from.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.FactionLeft")]
public sealed record FactionLeft(
    DateTimeOffset OccurredAt,
    [property: Id(0)] long SystemAddress) : MinorFactionEvent(OccurredAt);
