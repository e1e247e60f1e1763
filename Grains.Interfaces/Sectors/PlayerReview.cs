namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>What a review of a player's record did.</summary>
/// <param name="State">The record after it, with what it owes.</param>
/// <param name="IsSwept">True where the player was swept now.</param>
/// <param name="IsAffirmed">True where the sector's list was told of the player again.</param>
/// <param name="Owes">True where sectors must still be told of earlier moves: their lists are not to be judged by the record yet.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerReview")]
public sealed record PlayerReview(
    [property: Id(0)] PlayerState State,
    [property: Id(1)] bool IsSwept,
    [property: Id(2)] bool IsAffirmed,
    [property: Id(3)] bool Owes);
