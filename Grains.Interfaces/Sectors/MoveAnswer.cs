using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>The answer to a move. When it arrives, the move or its refusal is durable in the player's record.</summary>
/// <param name="Sequence">The player's committed sequence of the move, or of its refusal; of one that is not remembered, the player's.</param>
/// <param name="Moved">The move; null where it was refused.</param>
/// <param name="Rejection">Why it was refused; null where it was not.</param>
/// <param name="IsRepeat">True where the same move id had been answered before: this is that answer.</param>
/// <param name="Encounters">What is met in the sector entered, as it is now, also by a repeat; empty where the player has left it meanwhile.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.MoveAnswer")]
public sealed record MoveAnswer(
    [property: Id(0)] long Sequence,
    [property: Id(1)] PlayerMoved? Moved,
    [property: Id(2)] Rejection? Rejection,
    [property: Id(3)] bool IsRepeat,
    [property: Id(4)] ImmutableArray<Encounter> Encounters);
