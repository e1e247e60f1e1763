namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Who a player is.</summary>
/// <param name="Username">What they are called.</param>
/// <param name="TeamId">Their team; null where they have none.</param>
/// <param name="Ship">What they fly.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerProfile")]
public sealed record PlayerProfile(
    [property: Id(0)] string Username,
    [property: Id(1)] string? TeamId,
    [property: Id(2)] Ship Ship);
