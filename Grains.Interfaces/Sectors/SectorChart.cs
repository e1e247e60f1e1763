using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>What a sector is, as its universe's map has it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; empty where none is known.</param>
/// <param name="Type">Such as <c>STANDARD</c>, <c>NEBULA</c>; see <see cref="SectorTypes"/>.</param>
/// <param name="HazardLevel">0 to 10.</param>
/// <param name="Defenses">What guards it.</param>
/// <param name="Beacon">What its beacon says; null where it has none.</param>
/// <param name="Ports">Where ships dock.</param>
/// <param name="Planets">Where ships land.</param>
/// <param name="Links">Where a direct warp leads.</param>
/// <param name="Tunnels">Where a tunnel leads, whatever its status.</param>
/// <param name="Position">Where to draw it; null where the map does not say.</param>
/// <param name="IsStub">True of one that only a link names; made where an import was told to.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.SectorChart")]
public sealed record SectorChart(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Type,
    [property: Id(3)] double HazardLevel,
    [property: Id(4)] SectorDefenses Defenses,
    [property: Id(5)] string? Beacon,
    [property: Id(6)] ImmutableArray<Place> Ports,
    [property: Id(7)] ImmutableArray<Place> Planets,
    [property: Id(8)] ImmutableArray<SectorLink> Links,
    [property: Id(9)] ImmutableArray<SectorLink> Tunnels,
    [property: Id(10)] MapPosition? Position,
    [property: Id(11)] bool IsStub);
