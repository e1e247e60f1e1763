namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A system with its activity estimate.</summary>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.BusySystem")]
public sealed record BusySystem(
    [property: Id(0)] long SystemAddress,
    [property: Id(1)] string System,
    [property: Id(2)] DateTimeOffset Timestamp,
    [property: Id(3)] ActivityEstimate Activity);
