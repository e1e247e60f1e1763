namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>An hour of ticks was counted up.</summary>
/// <param name="OccurredAt">The hour's beginning.</param>
/// <param name="Tally">What ticked.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.HourTallied")]
public sealed record HourTallied(
    DateTimeOffset OccurredAt,
    [property: Id(0)] HourTally Tally) : GalaxyEvent(OccurredAt);
