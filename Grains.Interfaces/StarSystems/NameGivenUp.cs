namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A system has another name now.</summary>
/// <param name="OccurredAt">The observation's time.</param>
/// <param name="SystemAddress">The system.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.NameGivenUp")]
public sealed record NameGivenUp(
    DateTimeOffset OccurredAt,
    [property: Id(0)] long SystemAddress) : SystemNameEvent(OccurredAt);
