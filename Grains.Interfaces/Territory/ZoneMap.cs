using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>
/// A zone's static data. It is part of the zone's history, so that a past state has the lattice of its day.
/// </summary>
/// <param name="Name">The zone's name, such as <c>Indar</c>.</param>
/// <param name="Version">The day it was read.</param>
/// <param name="Digest">Of the content without <paramref name="Version"/>: the same map read on another day is the same map.</param>
/// <param name="Regions">All regions, by region id.</param>
/// <param name="Links">The lattice; empty where the game has none for this zone.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.ZoneMap")]
public sealed record ZoneMap(
    [property: Id(0)] string Name,
    [property: Id(1)] DateOnly Version,
    [property: Id(2)] string Digest,
    [property: Id(3)] ImmutableArray<MapRegion> Regions,
    [property: Id(4)] ImmutableArray<LatticeLink> Links);
