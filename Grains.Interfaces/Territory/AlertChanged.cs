using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>An alert started, changed or ended.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="MetagameEventId">The kind of alert.</param>
/// <param name="State">What happened to it.</param>
/// <param name="InstanceId">The game's id of this alert, where told.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.AlertChanged")]
public sealed record AlertChanged(
    DateTimeOffset OccurredAt,
    [property: Id(0)] int MetagameEventId,
    [property: Id(1)] AlertState State,
    [property: Id(2)] long? InstanceId) : ZoneEvent(OccurredAt), IAnnounced;
