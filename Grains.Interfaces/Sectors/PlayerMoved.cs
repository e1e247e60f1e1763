using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player moved: the commit point of the move, and its answer.</summary>
/// <param name="OccurredAt">When they arrived; never earlier than their arrival before it.</param>
/// <param name="MoveId">The client's id of the move.</param>
/// <param name="From">The sector that was left.</param>
/// <param name="To">The sector that was entered.</param>
/// <param name="Via">How.</param>
/// <param name="TurnCost">Turns it cost.</param>
/// <param name="TurnsLeft">Turns that are left.</param>
/// <param name="AriaInteractions">ARIA's count after it.</param>
/// <param name="AriaLevel">ARIA's level after it.</param>
/// <param name="HasLeveledUp">True where ARIA came to that level by it.</param>
/// <param name="Passage">The passage through the tunnel; null where it was a warp.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PlayerMoved")]
public sealed record PlayerMoved(
    DateTimeOffset OccurredAt,
    [property: Id(0)] string MoveId,
    [property: Id(1)] string From,
    [property: Id(2)] string To,
    [property: Id(3)] MoveVia Via,
    [property: Id(4)] int TurnCost,
    [property: Id(5)] int TurnsLeft,
    [property: Id(6)] int AriaInteractions,
    [property: Id(7)] int AriaLevel,
    [property: Id(8)] bool HasLeveledUp,
    [property: Id(9)] TunnelPassage? Passage) : PlayerEvent(OccurredAt), IAnnounced;
