namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player in a sector's list.</summary>
/// <param name="PlayerId">The player's id.</param>
/// <param name="Username">What they are called.</param>
/// <param name="Ship">What they fly.</param>
/// <param name="TeamId">Their team; null where they have none.</param>
/// <param name="ArrivedAt">When they came; never earlier than their arrival before it.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerEntry")]
public sealed record PlayerEntry(
    [property: Id(0)] string PlayerId,
    [property: Id(1)] string Username,
    [property: Id(2)] Ship Ship,
    [property: Id(3)] string? TeamId,
    [property: Id(4)] DateTimeOffset ArrivedAt);
