namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>The game server gave or took turns.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Turns">How many there are from now on.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.TurnsSet")]
public sealed record TurnsSet(DateTimeOffset OccurredAt, [property: Id(0)] int Turns) : PlayerEvent(OccurredAt);
