namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>All sectors and tunnels were told of the map.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Version">The map's version.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.ImportFinished")]
public sealed record ImportFinished(DateTimeOffset OccurredAt, [property: Id(0)] long Version) : UniverseEvent(OccurredAt);
