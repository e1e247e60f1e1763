using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>Whether one can go from one sector to another, and how. Pure.</summary>
internal static class RouteRules
{
    /// <summary>The way of a move, as the map has it; whether a tunnel lets one pass is the tunnel's to say.</summary>
    /// <param name="player">Where they are, and with how many turns.</param>
    /// <param name="move">Where to.</param>
    /// <param name="origin">The sector they are in; null where no map has it.</param>
    /// <param name="destination">The sector to enter; null where no map has it.</param>
    public static Route Find(PlayerState player, MovePlayer move, SectorChart? origin, SectorChart? destination)
    {
        if (move.To == player.Sector)
        {
            return Route.Refuse("already-there", "to", $"The player is in sector {move.To}.");
        }

        if (destination is null)
        {
            return Route.Refuse("unknown-sector", "to", $"The universe has no sector {move.To}.");
        }

        var route = Between(origin, move);
        return route.Rejection is null && RefuseCost(player, route.TurnCost) is { } tooFew ? route with { Rejection = tooFew } : route;
    }

    /// <summary>What one is refused with who has not the turns; null where they have.</summary>
    public static Rejection? RefuseCost(PlayerState player, int turnCost) => turnCost <= player.Turns
        ? null
        : new("no-turns", "", $"The move costs {turnCost} turns, and the player has {player.Turns}.");

    private static Route Between(SectorChart? origin, MovePlayer move) =>
        move.Via != MoveVia.Tunnel && LinkTo(origin?.Links, move.To) is { } link ? new(MoveVia.Warp, link.TurnCost, null)
        : move.Via != MoveVia.Warp && LinkTo(origin?.Tunnels, move.To) is { } tunnel ? new(MoveVia.Tunnel, tunnel.TurnCost, null)
        : Route.Refuse("not-adjacent", "to", $"No {Ways(move.Via)} leads from the player's sector to sector {move.To}.");

    private static SectorLink? LinkTo(ImmutableArray<SectorLink>? links, string to)
    {
        foreach (var link in links ?? [])
        {
            if (link.To == to)
            {
                return link;
            }
        }

        return null;
    }

    private static string Ways(MoveVia? via) => via switch
    {
        MoveVia.Warp => "direct warp",
        MoveVia.Tunnel => "tunnel",
        _ => "direct warp and no tunnel",
    };
}
