using System.Globalization;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>What becomes of a move, and what is answered to one that comes again. Pure.</summary>
internal static class MoveRules
{
    private const string Abandoned = "abandoned";

    /// <summary>What is wrong with a move before anything is looked at; such an answer is not remembered. Null where nothing is.</summary>
    public static Rejection? RefuseRequest(MovePlayer move) =>
        !SectorKeys.IsId(move.MoveId) ? new("invalid-id", "moveId", $"A move's id is {SectorKeys.IdText}.")
        : !SectorKeys.IsId(move.To) ? new("invalid-id", "to", $"A sector's id is {SectorKeys.IdText}.")
        : null;

    /// <summary>The move by the way that was found, through the tunnel where one granted it.</summary>
    public static PlayerEvent Decide(PlayerState player, MovePlayer move, Route route, TunnelGrant? grant, SectorOptions options, Dice dice, DateTimeOffset now)
    {
        var turnCost = grant?.Chart?.TurnCost ?? route.TurnCost;
        if (RouteRules.RefuseCost(player, turnCost) is { } tooFew)
        {
            return Refuse(move, tooFew, now);
        }

        var interactions = player.AriaInteractions + 1;
        var level = AriaLevel(interactions, options.Thresholds);
        return new PlayerMoved(
            ArrivalOf(player, now),
            move.MoveId,
            player.Sector,
            move.To,
            route.Via,
            turnCost,
            player.Turns - turnCost,
            interactions,
            level,
            level > player.AriaLevel,
            grant?.Chart is { } tunnel ? new(tunnel.Type, tunnel.Stability, grant.UsesLeft, TunnelEffectRules.Of(tunnel, grant.UsesLeft, options, dice)) : null);
    }

    /// <summary>The refusal that is remembered.</summary>
    public static MoveRefused Refuse(MovePlayer move, Rejection rejection, DateTimeOffset now) =>
        new(now, move.MoveId, move.To, move.Via, rejection.Code, rejection.Field, rejection.Message);

    /// <summary>For a move that nobody is about any more: what it is refused with if it should come.</summary>
    public static MoveRefused Abandon(string moveId, DateTimeOffset now) =>
        new(now, moveId, "", null, Abandoned, "moveId", string.Create(CultureInfo.InvariantCulture, $"The move was given up at {now:O}, before it was committed; ask for it under another id."));

    /// <summary>The move id that an event of a player answers; null where it is no answer.</summary>
    public static string? IdOf(EntityEvent? told) => told switch
    {
        PlayerMoved moved => moved.MoveId,
        MoveRefused refused => refused.MoveId,
        _ => null,
    };

    /// <summary>What is refused where a move's id stands for another move; null where this is the same.</summary>
    public static Rejection? RefuseReuse(MovePlayer move, EntityEvent answer)
    {
        var isSame = answer switch
        {
            PlayerMoved moved => moved.To == move.To && IsVia(move, moved.Via),
            MoveRefused { Code: Abandoned, To: "" } => true,
            MoveRefused refused => refused.To == move.To && IsVia(move, refused.Via),
            _ => false,
        };
        return isSame ? null : new("move-id-reused", "moveId", $"Move {move.MoveId} was another; give each move an id of its own.");
    }

    /// <summary>When one arrives who arrives now: never before the arrival before it.</summary>
    public static DateTimeOffset ArrivalOf(PlayerState player, DateTimeOffset now) => now > player.ArrivedAt ? now : player.ArrivedAt;

    private static bool IsVia(MovePlayer move, MoveVia? via) => move.Via is not { } asked || asked == via;

    private static int AriaLevel(int interactions, IReadOnlyList<int> thresholds)
    {
        var level = 1;
        foreach (var threshold in thresholds)
        {
            level += threshold <= interactions ? 1 : 0;
        }

        return level;
    }
}
