namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A port or a planet.</summary>
/// <param name="Id">The game's id of it.</param>
/// <param name="Name">Its name; empty where none is known.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.Place")]
public sealed record Place([property: Id(0)] string Id, [property: Id(1)] string Name);
