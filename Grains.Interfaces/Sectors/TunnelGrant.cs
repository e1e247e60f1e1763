using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>The answer to a reservation. When it arrives, it is durable.</summary>
/// <param name="Chart">What the tunnel is; null where no map has it.</param>
/// <param name="UsesLeft">Uses that are left after this one; null where there is no limit.</param>
/// <param name="Rejection">Why one cannot pass, such as <c>COLLAPSED</c>; null where one can.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.TunnelGrant")]
public sealed record TunnelGrant(
    [property: Id(0)] TunnelChart? Chart,
    [property: Id(1)] int? UsesLeft,
    [property: Id(2)] Rejection? Rejection);
