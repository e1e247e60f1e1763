using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A universe's map: what paths are found over, and what its sectors are told by.</summary>
/// <param name="Map">The map.</param>
/// <param name="Ships">The ships that came with it.</param>
/// <param name="Removed">Keys of sectors and tunnels that an earlier map had and this one has not.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.UniverseMapState")]
public sealed record UniverseMapState(
    [property: Id(0)] UniverseMap Map,
    [property: Id(1)] ImmutableArray<SectorShips> Ships,
    [property: Id(2)] ImmutableArray<string> Removed) : IEntityState<UniverseMapState, UniverseMapEvent>
{
    public static UniverseMapState Initial(string key) => SectorKeys.TryParseMap(key, out _)
        ? new(UniverseMap.None, [], [])
        : throw new ArgumentException($"'{key}' is not a map's key; one reads {{universe}}/universe/map.", nameof(key));

    public UniverseMapState Apply(UniverseMapEvent @event) => @event switch
    {
        MapImported e => new(e.Map, e.Ships, e.Removed),
        _ => this,
    };
}
