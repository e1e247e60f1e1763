using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>All sectors and tunnels of a universe, as they were imported.</summary>
/// <param name="Version">Rises with each import; 0 is no map.</param>
/// <param name="Sectors">Its sectors, with their links, by id.</param>
/// <param name="Tunnels">Its tunnels, by from and to.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.UniverseMap")]
public sealed record UniverseMap(
    [property: Id(0)] long Version,
    [property: Id(1)] ImmutableArray<SectorChart> Sectors,
    [property: Id(2)] ImmutableArray<TunnelDraft> Tunnels)
{
    public static readonly UniverseMap None = new(0, [], []);
}
