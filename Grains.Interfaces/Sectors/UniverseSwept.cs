namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A sweep did something.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Report">What.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.UniverseSwept")]
public sealed record UniverseSwept(DateTimeOffset OccurredAt, [property: Id(0)] SweepReport Report) : UniverseEvent(OccurredAt);
