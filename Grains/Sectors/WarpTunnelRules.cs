using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>
/// The rules of a warp tunnel. Pure. A use is reserved before a move is committed, and becomes a use once it is: what is
/// used and reserved together never exceeds the limit, in whatever order and however often these are told.
/// </summary>
internal static class WarpTunnelRules
{
    /// <summary>What one is refused with who comes after the last use.</summary>
    public const string Collapsed = "COLLAPSED";

    /// <summary>With so many uses left or fewer a tunnel warns of its end, and whoever passes feels it.</summary>
    public const int FewUses = 3;

    public static Decision<WarpTunnelEvent> Decide(WarpTunnelState tunnel, WarpTunnelCommand command, DateTimeOffset now) => command switch
    {
        ChartTunnel chart when chart.MapVersion > tunnel.MapVersion => Decision<WarpTunnelEvent>.Of(Charted(tunnel, chart, now)),
        UnchartTunnel unchart when unchart.MapVersion > tunnel.MapVersion => Decision<WarpTunnelEvent>.Of(new TunnelUncharted(now, unchart.MapVersion)),
        ChartTunnel or UnchartTunnel => Decision<WarpTunnelEvent>.Nothing,
        _ => throw new ArgumentException($"{command.GetType()} is not a command of a warp tunnel.", nameof(command)),
    };

    /// <summary>Reserves a use for a move, where there is a limit.</summary>
    public static TunnelClaim Reserve(WarpTunnelState tunnel, string playerId, string moveId, DateTimeOffset now)
    {
        if (Refuse(tunnel) is { } refused)
        {
            return new(new([], [refused]), new(tunnel.Chart, tunnel.UsesLeft, refused));
        }

        if (tunnel.UsesLeft is not { } left || IsReserved(tunnel, playerId, moveId))
        {
            return new(Decision<WarpTunnelEvent>.Nothing, new(tunnel.Chart, tunnel.UsesLeft, null));
        }

        return left > 0 ? new(Decision<WarpTunnelEvent>.Of(new TunnelReserved(now, playerId, moveId)), new(tunnel.Chart, left - 1, null))
            : tunnel.Reserved.IsEmpty ? RefuseUsedUp(tunnel)
            : new(Decision<WarpTunnelEvent>.Nothing, null);
    }

    /// <summary>For one who waited for a use as long as one waits.</summary>
    public static TunnelClaim RefuseUsedUp(WarpTunnelState tunnel)
    {
        var refused = new Rejection(Collapsed, "to", $"All of the tunnel's {tunnel.Chart?.MaxUses} uses are taken.");
        return new(new([], [refused]), new(tunnel.Chart, 0, refused));
    }

    public static Decision<WarpTunnelEvent> Release(WarpTunnelState tunnel, string playerId, string moveId, DateTimeOffset now) =>
        IsReserved(tunnel, playerId, moveId) ? Decision<WarpTunnelEvent>.Of(new TunnelReleased(now, playerId, moveId)) : Decision<WarpTunnelEvent>.Nothing;

    /// <summary>What a player's record told. Told once by each record: the shell remembers what it took.</summary>
    public static Decision<WarpTunnelEvent> Take(WarpTunnelState tunnel, EntityEvent told) => told is TunnelUsed used
        ? new(Use(tunnel, used), [])
        : Decision<WarpTunnelEvent>.Nothing;

    /// <summary>True of a passage that the limit has no room for, which only a map can have brought about that lowered it.</summary>
    public static bool IsBeyondLimit(WarpTunnelState tunnel, TunnelUsed used) =>
        tunnel.Chart?.MaxUses is { } most && (tunnel.Uses >= most || (tunnel.UsesLeft == 0 && !IsReserved(tunnel, used.PlayerId, used.MoveId)));

    /// <summary>Reservations that have stood for so long that their players are asked.</summary>
    public static ImmutableArray<(string PlayerId, string MoveId)> Overdue(WarpTunnelState tunnel, DateTimeOffset since) =>
        [.. tunnel.Reserved.Where(reservation => reservation.Value <= since).Select(reservation => Parts(reservation.Key))];

    /// <summary>True where the player's record owes the tunnel a use for that move, or owed it.</summary>
    public static bool Owes(TunnelChart tunnel, PlayerMoved moved) =>
        moved.Via == MoveVia.Tunnel && (moved.From, moved.To) == (tunnel.From, tunnel.To) && moved.Passage?.UsesLeft is not null;

    public static bool IsReserved(WarpTunnelState tunnel, string playerId, string moveId) =>
        tunnel.Reserved.ContainsKey(WarpTunnelState.ReservationKey(playerId, moveId));

    private static TunnelCharted Charted(WarpTunnelState tunnel, ChartTunnel chart, DateTimeOffset now)
    {
        var most = chart.Chart.MaxUses;
        var uses = Math.Min(chart.Uses ?? tunnel.Uses, most ?? int.MaxValue);
        var status = chart.Status ?? (tunnel.MapVersion == 0 ? TunnelStatus.Active : tunnel.Status);
        return new(now, chart.MapVersion, chart.Chart, uses == most ? TunnelStatus.Collapsed : status, uses);
    }

    private static Rejection? Refuse(WarpTunnelState tunnel) =>
        tunnel.Chart is null ? new("no-tunnel", "to", "The map has no such tunnel.")
        : tunnel.Status == TunnelStatus.Collapsed ? new(Collapsed, "to", "The tunnel has collapsed.")
        : !tunnel.IsOpen ? new("tunnel-closed", "to", $"The tunnel is {tunnel.Status.ToString().ToUpperInvariant()}.")
        : null;

    private static ImmutableArray<WarpTunnelEvent> Use(WarpTunnelState tunnel, TunnelUsed used)
    {
        if (IsBeyondLimit(tunnel, used))
        {
            return Release(tunnel, used.PlayerId, used.MoveId, used.OccurredAt).Events;
        }

        if (tunnel.Chart?.MaxUses is not { } most)
        {
            return IsReserved(tunnel, used.PlayerId, used.MoveId) ? [used] : [];
        }

        var left = most - tunnel.Uses - 1;
        return left > FewUses ? [used]
            : left > 0 ? [used, new TunnelDegradationWarned(used.OccurredAt, left)]
            : tunnel.Status == TunnelStatus.Collapsed ? [used]
            : [used, new TunnelCollapsed(used.OccurredAt)];
    }

    private static (string PlayerId, string MoveId) Parts(string reservation) =>
        reservation.IndexOf(' ', StringComparison.Ordinal) is var space ? (reservation[..space], reservation[(space + 1)..]) : default;
}
