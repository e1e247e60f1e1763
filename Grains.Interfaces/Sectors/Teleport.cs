namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Puts a player elsewhere, as admins do. Where they are at <paramref name="To"/> already nothing changes.</summary>
/// <param name="From">Where they are; refused where they are not.</param>
/// <param name="To">Where they will be.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.Teleport")]
public sealed record Teleport([property: Id(0)] string From, [property: Id(1)] string To) : PlayerCommand;
