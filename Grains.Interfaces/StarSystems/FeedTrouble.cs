namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>Why a feed cannot be trusted.</summary>
/// <param name="Since">Since when.</param>
/// <param name="Reason">For people.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.FeedTrouble")]
public sealed record FeedTrouble(
    [property: Id(0)] DateTimeOffset Since,
    [property: Id(1)] string Reason);
