using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A map told what the sector is.</summary>
/// <param name="OccurredAt">The import's time.</param>
/// <param name="MapVersion">The map's version.</param>
/// <param name="Chart">What it is.</param>
/// <param name="Ships">The ships without a pilot that are here from now on; null where the map does not say.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.SectorCharted")]
public sealed record SectorCharted(
    DateTimeOffset OccurredAt,
    [property: Id(0)] long MapVersion,
    [property: Id(1)] SectorChart Chart,
    [property: Id(2)] ImmutableArray<Ship>? Ships) : SectorEvent(OccurredAt);
