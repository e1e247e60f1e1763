namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A map has the tunnel.</summary>
/// <param name="MapVersion">The map's version; one that is not newer than the last changes nothing.</param>
/// <param name="Chart">What it is.</param>
/// <param name="Status">Its status; null to keep it, or ACTIVE at first.</param>
/// <param name="Uses">Its uses; null to keep them, or none at first.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.ChartTunnel")]
public sealed record ChartTunnel(
    [property: Id(0)] long MapVersion,
    [property: Id(1)] TunnelChart Chart,
    [property: Id(2)] TunnelStatus? Status,
    [property: Id(3)] int? Uses) : WarpTunnelCommand;
