namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A use was reserved for a move that is about to be committed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="PlayerId">Whose move.</param>
/// <param name="MoveId">Which.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.TunnelReserved")]
public sealed record TunnelReserved(
    DateTimeOffset OccurredAt,
    [property: Id(0)] string PlayerId,
    [property: Id(1)] string MoveId) : WarpTunnelEvent(OccurredAt);
