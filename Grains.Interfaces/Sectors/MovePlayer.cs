namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Moves to a neighbour, or through a tunnel.</summary>
/// <param name="MoveId">The client's id of the move: the same id again gives the same answer.</param>
/// <param name="To">The sector to enter.</param>
/// <param name="Via">How; null for a direct warp where there is one, else the tunnel.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.MovePlayer")]
public sealed record MovePlayer(
    [property: Id(0)] string MoveId,
    [property: Id(1)] string To,
    [property: Id(2)] MoveVia? Via);
