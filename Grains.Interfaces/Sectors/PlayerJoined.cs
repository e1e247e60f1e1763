namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player is in the sector's list.</summary>
/// <param name="OccurredAt">When they came.</param>
/// <param name="Entry">Their entry.</param>
/// <param name="Reason">Why.</param>
/// <param name="Told">Sequence of the event in the player's record.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerJoined")]
public sealed record PlayerJoined(
    DateTimeOffset OccurredAt,
    [property: Id(0)] PlayerEntry Entry,
    [property: Id(1)] PresenceReason Reason,
    [property: Id(2)] long Told) : SectorEvent(OccurredAt);
