namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>An alert (metagame event) running on a zone.</summary>
/// <param name="MetagameEventId">The game's id of the kind of alert.</param>
/// <param name="InstanceId">The game's id of this alert; null where the frame had none.</param>
/// <param name="State">Its last state.</param>
/// <param name="StartedAt">When it was first heard of.</param>
/// <param name="ChangedAt">When it last changed.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.ZoneAlert")]
public sealed record ZoneAlert(
    [property: Id(0)] int MetagameEventId,
    [property: Id(1)] long? InstanceId,
    [property: Id(2)] AlertState State,
    [property: Id(3)] DateTimeOffset StartedAt,
    [property: Id(4)] DateTimeOffset ChangedAt);
