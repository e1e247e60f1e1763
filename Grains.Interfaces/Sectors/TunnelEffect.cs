namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Something that happened on the way through a tunnel.</summary>
/// <param name="Kind">What.</param>
/// <param name="Severity">How bad; null where it has no degree.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.TunnelEffect")]
public sealed record TunnelEffect([property: Id(0)] TunnelEffectKind Kind, [property: Id(1)] ThreatLevel? Severity);
