using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>An admin put a player elsewhere.</summary>
/// <param name="OccurredAt">When; never earlier than their arrival before it.</param>
/// <param name="From">The sector that was left.</param>
/// <param name="To">The sector that was entered.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerTeleported")]
public sealed record PlayerTeleported(
    DateTimeOffset OccurredAt,
    [property: Id(0)] string From,
    [property: Id(1)] string To) : PlayerEvent(OccurredAt), IAnnounced;
