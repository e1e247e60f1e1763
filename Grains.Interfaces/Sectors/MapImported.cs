using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A map was imported.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Map">The map.</param>
/// <param name="Ships">The ships that came with it.</param>
/// <param name="Removed">Keys of sectors and tunnels that an earlier map had and this one has not.</param>
/// <param name="Settings">The universe's settings from now on; null to keep them.</param>
/// <param name="Report">What was found.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.MapImported")]
public sealed record MapImported(
    DateTimeOffset OccurredAt,
    [property: Id(0)] UniverseMap Map,
    [property: Id(1)] ImmutableArray<SectorShips> Ships,
    [property: Id(2)] ImmutableArray<string> Removed,
    [property: Id(3)] UniverseSettings? Settings,
    [property: Id(4)] ImportReport Report) : UniverseMapEvent(OccurredAt);
