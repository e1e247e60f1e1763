namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A universe's last import.</summary>
/// <param name="Version">The map's version.</param>
/// <param name="Phase">How far it is.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When all were told; null until then.</param>
/// <param name="Report">What was found.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.ImportState")]
public sealed record ImportState(
    [property: Id(0)] long Version,
    [property: Id(1)] ImportPhase Phase,
    [property: Id(2)] DateTimeOffset StartedAt,
    [property: Id(3)] DateTimeOffset? FinishedAt,
    [property: Id(4)] ImportReport Report);
