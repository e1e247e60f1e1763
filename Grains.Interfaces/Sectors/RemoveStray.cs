namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>
/// The list has a player whose record says otherwise, though the record owes nothing. Refused where the player's record
/// told the sector something meanwhile.
/// </summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Heard">What the sector had heard of the player when the stray was found; 0 where nothing.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.RemoveStray")]
public sealed record RemoveStray([property: Id(0)] string PlayerId, [property: Id(1)] long Heard) : SectorCommand;
