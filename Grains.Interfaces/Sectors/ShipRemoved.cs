namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A ship without a pilot is not here: someone flies it elsewhere.</summary>
/// <param name="OccurredAt">When it was noticed.</param>
/// <param name="ShipId">The ship.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.ShipRemoved")]
public sealed record ShipRemoved(DateTimeOffset OccurredAt, [property: Id(0)] string ShipId) : SectorEvent(OccurredAt);
