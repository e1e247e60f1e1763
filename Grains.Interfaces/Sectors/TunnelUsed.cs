namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player passed: their move is committed.</summary>
/// <param name="OccurredAt">When they arrived.</param>
/// <param name="PlayerId">Who.</param>
/// <param name="MoveId">The move.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.TunnelUsed")]
public sealed record TunnelUsed(
    DateTimeOffset OccurredAt,
    [property: Id(0)] string PlayerId,
    [property: Id(1)] string MoveId) : WarpTunnelEvent(OccurredAt);
