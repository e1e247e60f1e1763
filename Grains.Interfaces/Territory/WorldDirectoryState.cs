using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>The worlds that were heard of, with their names.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.WorldDirectoryState")]
public sealed record WorldDirectoryState(
    [property: Id(0)] ImmutableSortedDictionary<int, string> Worlds) : IEntityState<WorldDirectoryState, WorldDirectoryEvent>
{
    public static WorldDirectoryState Initial(string key) => key == TerritoryKeys.Directory
        ? new(ImmutableSortedDictionary<int, string>.Empty)
        : throw new ArgumentException($"'{key}' is not the directory's key, which is {TerritoryKeys.Directory}.", nameof(key));

    public WorldDirectoryState Apply(WorldDirectoryEvent @event) => @event switch
    {
        WorldListed e => this with { Worlds = Worlds.SetItem(e.WorldId, e.Name) },
        _ => this,
    };
}
