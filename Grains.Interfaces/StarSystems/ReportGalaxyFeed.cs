namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>The ingestor's judgement of a feed changed.</summary>
/// <param name="Feed"><c>eddn</c> or <c>tickdetector</c>.</param>
/// <param name="Healthy">Whether it can be trusted.</param>
/// <param name="Since">When that began.</param>
/// <param name="Reason">Why it is degraded, for people; empty where it is healthy.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.ReportGalaxyFeed")]
public sealed record ReportGalaxyFeed(
    [property: Id(0)] string Feed,
    [property: Id(1)] bool Healthy,
    [property: Id(2)] DateTimeOffset Since,
    [property: Id(3)] string Reason) : GalaxyCommand;
