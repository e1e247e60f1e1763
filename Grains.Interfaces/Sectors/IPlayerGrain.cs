using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player. Key: <see cref="SectorKeys.Player"/>. What moves a player is done in the order in which it arrives.</summary>
[Alias("sectors.IPlayerGrain")]
public interface IPlayerGrain : IEntityGrain<PlayerState>
{
    /// <summary>Does something. Returns once the effect is durable.</summary>
    [Alias("Execute")]
    ValueTask<CommandResult> Execute(PlayerCommand command);

    /// <summary>Moves. Returns once the move, or its refusal, is durable in this record; the sectors' lists follow.</summary>
    [Alias("Move")]
    ValueTask<MoveAnswer> Move(MovePlayer move);

    /// <summary>
    /// What became of a move, asked by the tunnel that a use was reserved of. One that is neither committed nor under way
    /// is refused from now on, durably, before this says <see cref="MoveOutcome.Never"/>.
    /// </summary>
    [Alias("Settle")]
    ValueTask<MoveOutcome> Settle(string moveId);

    /// <summary>
    /// Sweeps the player where they were silent for longer than <paramref name="sessionLimit"/>; where
    /// <paramref name="isMissing"/> says that the sector's list lacks them, tells it again. In turn with their moves.
    /// </summary>
    [Alias("Review")]
    ValueTask<PlayerReview> Review(TimeSpan sessionLimit, bool isMissing);
}
