namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player's time online.</summary>
/// <param name="Id">Given by the game server, else made.</param>
/// <param name="StartedAt">When it began.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerSession")]
public sealed record PlayerSession([property: Id(0)] string Id, [property: Id(1)] DateTimeOffset StartedAt);
