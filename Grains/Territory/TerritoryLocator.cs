using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

internal sealed class TerritoryLocator : IEntityLocator
{
    public string System => TerritoryKeys.System;

    public IEntityGrain Locate(IGrainFactory grains, string key) =>
        TerritoryKeys.TryParseZone(key, out _, out _) ? grains.GetGrain<IZoneGrain>(key)
        : TerritoryKeys.TryParseWorld(key, out _) ? grains.GetGrain<IWorldGrain>(key)
        : key == TerritoryKeys.Directory ? grains.GetGrain<IWorldDirectoryGrain>(key)
        : throw new ArgumentException($"'{key}' is not a key of {System}.", nameof(key));
}
