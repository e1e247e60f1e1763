namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player is in the sector's list no more.</summary>
/// <param name="OccurredAt">When they went.</param>
/// <param name="Entry">The entry they had.</param>
/// <param name="Reason">Why.</param>
/// <param name="ShipStays">True where the ship stays without them, as that of one who was swept does.</param>
/// <param name="Told">Sequence of the event in the player's record.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerLeft")]
public sealed record PlayerLeft(
    DateTimeOffset OccurredAt,
    [property: Id(0)] PlayerEntry Entry,
    [property: Id(1)] PresenceReason Reason,
    [property: Id(2)] bool ShipStays,
    [property: Id(3)] long Told) : SectorEvent(OccurredAt);
