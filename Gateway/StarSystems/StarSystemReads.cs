using System.Collections.Concurrent;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.StarSystems;

/// <summary>Reads that concern more than one entity.</summary>
internal sealed class StarSystemReads(IGrainFactory grains)
{
    private const int AtOnce = 16;

    /// <summary>The systems that bear a name.</summary>
    public async Task<IReadOnlyList<NamedSystemView>> Named(string name)
    {
        var named = await grains.GetGrain<ISystemNameGrain>(StarSystemKeys.Name(name)).GetSnapshot();
        return [.. named.State.Systems.Select(address => new NamedSystemView(address, named.State.Name))];
    }

    /// <summary>A faction's systems, where it is strongest first; null where the faction was never heard of.</summary>
    public async Task<FactionSystemsView?> SystemsOf(string faction, CancellationToken cancellationToken)
    {
        var snapshot = await grains.GetGrain<IMinorFactionGrain>(StarSystemKeys.Faction(faction)).GetSnapshot();
        if (snapshot.Sequence == 0)
        {
            return null;
        }

        var found = new ConcurrentBag<FactionSystemView>();
        await Parallel.ForEachAsync(
            snapshot.State.Systems.Keys,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (address, _) =>
            {
                // A system tells its factions of their coming and going a moment after the fact.
                var system = await grains.GetGrain<IStarSystemGrain>(StarSystemKeys.StarSystem(address)).GetSnapshot();
                if (StarSystemViews.Of(system.State, snapshot.State.Name) is { } presence)
                {
                    found.Add(presence);
                }
            });
        return new(snapshot.State.Name, [.. found.OrderByDescending(presence => presence.Influence).ThenBy(presence => presence.SystemAddress)]);
    }
}
