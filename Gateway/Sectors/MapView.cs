using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>A universe's map, for drawing.</summary>
internal sealed record MapView(long Version, IReadOnlyList<MapSectorView> Sectors, IReadOnlyList<TunnelChart> Tunnels);
