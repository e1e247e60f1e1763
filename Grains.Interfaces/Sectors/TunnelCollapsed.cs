using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>The last use was used: nobody passes any more.</summary>
/// <param name="OccurredAt">When.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.TunnelCollapsed")]
public sealed record TunnelCollapsed(DateTimeOffset OccurredAt) : WarpTunnelEvent(OccurredAt), IAnnounced;
