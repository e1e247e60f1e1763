using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Writes tunnels' events.</summary>
internal static class TunnelEventJson
{
    public static void Write(Utf8JsonWriter json, string key, WarpTunnelEvent fact)
    {
        var (_, from, to) = SectorParts.OfTunnel(key);
        json.WriteString("type", Type(fact));
        json.SectorId("from", from);
        json.SectorId("to", to);
        json.Time("occurred_at", fact.OccurredAt);
        switch (fact)
        {
            case TunnelCharted e:
                Chart(json, e);
                break;
            case TunnelUncharted e:
                json.WriteNumber("map_version", e.MapVersion);
                break;
            case TunnelReserved e:
                Move(json, e.PlayerId, e.MoveId);
                break;
            case TunnelReleased e:
                Move(json, e.PlayerId, e.MoveId);
                break;
            case TunnelUsed e:
                Move(json, e.PlayerId, e.MoveId);
                break;
            case TunnelDegradationWarned e:
                json.WriteNumber("uses_left", e.UsesLeft);
                break;
            default:
                break;
        }
    }

    private static string Type(WarpTunnelEvent fact) => fact switch
    {
        TunnelCharted => "tunnel.charted",
        TunnelUncharted => "tunnel.uncharted",
        TunnelReserved => "tunnel.reserved",
        TunnelReleased => "tunnel.released",
        TunnelUsed => "tunnel.used",
        TunnelDegradationWarned => "tunnel.degradation_warning",
        TunnelCollapsed => "tunnel.collapsed",
        _ => throw new NotSupportedException($"{fact.GetType()} has no name on the wire."),
    };

    private static void Chart(Utf8JsonWriter json, TunnelCharted e)
    {
        json.WriteNumber("map_version", e.MapVersion);
        json.WriteString("tunnel_type", e.Chart.Type);
        json.WriteNumber("stability", e.Chart.Stability);
        json.WriteString("status", SectorWire.Of(e.Status));
        json.WriteNumber("turn_cost", e.Chart.TurnCost);
        json.Count("max_uses", e.Chart.MaxUses);
        json.WriteNumber("current_uses", e.Uses);
    }

    private static void Move(Utf8JsonWriter json, string player, string move)
    {
        json.WriteString("player_id", player);
        json.WriteString("move_id", move);
    }
}
