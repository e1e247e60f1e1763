namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>The zone's static data became known, or changed.</summary>
/// <param name="OccurredAt">The start of the day it was read.</param>
/// <param name="Map">The map from now on.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.ZoneMapChanged")]
public sealed record ZoneMapChanged(
    DateTimeOffset OccurredAt,
    [property: Id(0)] ZoneMap Map) : ZoneEvent(OccurredAt);
