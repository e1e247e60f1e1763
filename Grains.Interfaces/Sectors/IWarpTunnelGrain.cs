using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A warp tunnel. Key: <see cref="SectorKeys.Tunnel"/>. Players tell it by intents that they passed.</summary>
[Alias("sectors.IWarpTunnelGrain")]
public interface IWarpTunnelGrain : IEntityGrain<WarpTunnelState>, IIntentReceiver
{
    /// <summary>Tells the tunnel something. Returns once the effect is durable.</summary>
    [Alias("Execute")]
    ValueTask<CommandResult> Execute(WarpTunnelCommand command);

    /// <summary>
    /// Reserves a use for a move, where there is a limit; the same move again gets the same use. Where the last ones are
    /// reserved by others this waits a moment for what becomes of their moves.
    /// </summary>
    [Alias("Reserve")]
    ValueTask<TunnelGrant> Reserve(string playerId, string moveId);

    /// <summary>Gives back what was reserved for a move that was refused; does nothing where nothing is.</summary>
    [Alias("Release")]
    ValueTask Release(string playerId, string moveId);

    /// <summary>Asks the players of long-standing reservations what became of their moves. Returns how many still stand.</summary>
    [Alias("Review")]
    ValueTask<int> Review();
}
