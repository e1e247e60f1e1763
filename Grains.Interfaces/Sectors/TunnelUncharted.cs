namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>The map has the tunnel no more.</summary>
/// <param name="OccurredAt">The import's time.</param>
/// <param name="MapVersion">The map's version.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.TunnelUncharted")]
public sealed record TunnelUncharted(DateTimeOffset OccurredAt, [property: Id(0)] long MapVersion) : WarpTunnelEvent(OccurredAt);
