namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>The system was seen, for the first time or with a difference that is no tick (population, pending states, ...).</summary>
/// <param name="OccurredAt">The observation's time.</param>
/// <param name="Observation">All that was seen.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.SystemObserved")]
public sealed record SystemObserved(
    DateTimeOffset OccurredAt,
    [property: Id(0)] Observation Observation) : StarSystemEvent(OccurredAt);
