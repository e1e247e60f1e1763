namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A map has the tunnel no more.</summary>
/// <param name="MapVersion">The map's version; one that is not newer than the last changes nothing.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.UnchartTunnel")]
public sealed record UnchartTunnel([property: Id(0)] long MapVersion) : WarpTunnelCommand;
