using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Three uses or fewer are left.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="UsesLeft">How many.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.TunnelDegradationWarned")]
public sealed record TunnelDegradationWarned(DateTimeOffset OccurredAt, [property: Id(0)] int UsesLeft) : WarpTunnelEvent(OccurredAt), IAnnounced;
