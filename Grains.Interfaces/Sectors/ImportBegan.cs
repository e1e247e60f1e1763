namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A map is durable; its sectors are being told of it. The map's entity owes this to the universe.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Version">The map's version.</param>
/// <param name="Settings">The universe's settings from now on; null to keep them.</param>
/// <param name="Report">What was found.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.ImportBegan")]
public sealed record ImportBegan(
    DateTimeOffset OccurredAt,
    [property: Id(0)] long Version,
    [property: Id(1)] UniverseSettings? Settings,
    [property: Id(2)] ImportReport Report) : UniverseEvent(OccurredAt);
