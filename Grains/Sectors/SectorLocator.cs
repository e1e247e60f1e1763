using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

internal sealed class SectorLocator : IEntityLocator
{
    public string System => SectorKeys.System;

    public IEntityGrain Locate(IGrainFactory grains, string key) =>
        SectorKeys.TryParsePlayer(key, out _, out _) ? grains.GetGrain<IPlayerGrain>(key)
        : SectorKeys.TryParseSector(key, out _, out _) ? grains.GetGrain<ISectorGrain>(key)
        : SectorKeys.TryParseTunnel(key, out _, out _, out _) ? grains.GetGrain<IWarpTunnelGrain>(key)
        : SectorKeys.TryParseMap(key, out _) ? grains.GetGrain<IUniverseMapGrain>(key)
        : SectorKeys.IsUniverse(key) ? grains.GetGrain<IUniverseGrain>(key)
        : throw new ArgumentException($"'{key}' is not a key of {System}.", nameof(key));
}
