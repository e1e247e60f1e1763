using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

internal sealed class StarSystemLocator : IEntityLocator
{
    public string System => StarSystemKeys.System;

    public IEntityGrain Locate(IGrainFactory grains, string key) =>
        StarSystemKeys.TryParseStarSystem(key, out _) ? grains.GetGrain<IStarSystemGrain>(key)
        : key == StarSystemKeys.Galaxy ? grains.GetGrain<IGalaxyGrain>(key)
        : StarSystemKeys.TryParseFaction(key, out _) ? grains.GetGrain<IMinorFactionGrain>(key)
        : StarSystemKeys.TryParseName(key, out _) ? grains.GetGrain<ISystemNameGrain>(key)
        : throw new ArgumentException($"'{key}' is not a key of {System}.", nameof(key));
}
