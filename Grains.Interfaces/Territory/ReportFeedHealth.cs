namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>The ingestor's judgement of the world's feed changed.</summary>
/// <param name="Healthy">False from six minutes without an event, true again after two minutes with.</param>
/// <param name="Since">When that began.</param>
/// <param name="Reason">Why it is degraded, for people; empty where it is healthy.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.ReportFeedHealth")]
public sealed record ReportFeedHealth(
    [property: Id(0)] bool Healthy,
    [property: Id(1)] DateTimeOffset Since,
    [property: Id(2)] string Reason) : WorldCommand;
