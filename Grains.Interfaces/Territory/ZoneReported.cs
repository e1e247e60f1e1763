namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A zone of this world appeared, or its status changed.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.ZoneReported")]
public sealed record ZoneReported(
    DateTimeOffset OccurredAt,
    [property: Id(0)] ZoneSummary Zone) : WorldEvent(OccurredAt);
