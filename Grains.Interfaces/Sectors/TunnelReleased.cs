namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>The move that a use was reserved for was refused, or never committed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="PlayerId">Whose move.</param>
/// <param name="MoveId">Which.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.TunnelReleased")]
public sealed record TunnelReleased(
    DateTimeOffset OccurredAt,
    [property: Id(0)] string PlayerId,
    [property: Id(1)] string MoveId) : WarpTunnelEvent(OccurredAt);
