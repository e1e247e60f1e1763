using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A passage through a warp tunnel.</summary>
/// <param name="Type">The tunnel's type.</param>
/// <param name="Stability">Its stability, 0 to 1.</param>
/// <param name="UsesLeft">Uses that are left after it; null where there is no limit.</param>
/// <param name="Effects">What happened on the way.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.TunnelPassage")]
public sealed record TunnelPassage(
    [property: Id(0)] string Type,
    [property: Id(1)] double Stability,
    [property: Id(2)] int? UsesLeft,
    [property: Id(3)] ImmutableArray<TunnelEffect> Effects);
