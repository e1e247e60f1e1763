namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A map told what the tunnel is.</summary>
/// <param name="OccurredAt">The import's time.</param>
/// <param name="MapVersion">The map's version.</param>
/// <param name="Chart">What it is.</param>
/// <param name="Status">Its status from now on.</param>
/// <param name="Uses">Its uses from now on.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.TunnelCharted")]
public sealed record TunnelCharted(
    DateTimeOffset OccurredAt,
    [property: Id(0)] long MapVersion,
    [property: Id(1)] TunnelChart Chart,
    [property: Id(2)] TunnelStatus Status,
    [property: Id(3)] int Uses) : WarpTunnelEvent(OccurredAt);
