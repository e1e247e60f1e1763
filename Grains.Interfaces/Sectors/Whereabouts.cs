namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Where a player is, by their own record.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Sequence">The record's sequence.</param>
/// <param name="Sector">Where they are.</param>
/// <param name="IsActive">True from login to logout.</param>
/// <param name="Entry">Their entry.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.Whereabouts")]
public sealed record Whereabouts(
    [property: Id(0)] string PlayerId,
    [property: Id(1)] long Sequence,
    [property: Id(2)] string Sector,
    [property: Id(3)] bool IsActive,
    [property: Id(4)] PlayerEntry Entry);
