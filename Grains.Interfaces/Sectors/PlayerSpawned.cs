using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player came into the universe for the first time.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Profile">Who.</param>
/// <param name="Sector">Where.</param>
/// <param name="Turns">With how many turns.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerSpawned")]
public sealed record PlayerSpawned(
    DateTimeOffset OccurredAt,
    [property: Id(0)] PlayerProfile Profile,
    [property: Id(1)] string Sector,
    [property: Id(2)] int Turns) : PlayerEvent(OccurredAt), IAnnounced;
