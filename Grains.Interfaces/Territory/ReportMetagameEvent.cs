namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A MetagameEvent message: an alert started, changed or ended.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.ReportMetagameEvent")]
public sealed record ReportMetagameEvent(
    [property: Id(0)] DateTimeOffset Timestamp,
    [property: Id(1)] int MetagameEventId,
    [property: Id(2)] AlertState State,
    [property: Id(3)] long? InstanceId) : ZoneCommand;
