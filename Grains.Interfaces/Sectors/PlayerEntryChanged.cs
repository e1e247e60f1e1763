namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player in the list has another name, team or ship.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Entry">Their entry from now on; they arrived when they did.</param>
/// <param name="LeftBehind">The ship that they left here; null where it is the same.</param>
/// <param name="Told">Sequence of the event in the player's record.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerEntryChanged")]
public sealed record PlayerEntryChanged(
    DateTimeOffset OccurredAt,
    [property: Id(0)] PlayerEntry Entry,
    [property: Id(1)] Ship? LeftBehind,
    [property: Id(2)] long Told) : SectorEvent(OccurredAt);
