using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Gateway.Territory;

/// <summary>Reads that concern more than one entity.</summary>
internal sealed class TerritoryReads(IGrainFactory grains)
{
    public async Task<IReadOnlyList<WorldStatus>> Worlds()
    {
        var directory = await grains.GetGrain<IWorldDirectoryGrain>(TerritoryKeys.Directory).GetSnapshot();
        var statuses = directory.State.Worlds.Keys.Select(id => grains.GetGrain<IWorldGrain>(TerritoryKeys.World(id)).GetStatus().AsTask());
        return await Task.WhenAll(statuses);
    }
}
