using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Writes players' events.</summary>
internal static class PlayerEventJson
{
    public static void Write(Utf8JsonWriter json, string key, PlayerEvent fact)
    {
        json.WriteString("type", Type(fact));
        json.WriteString("player_id", SectorParts.OfPlayer(key).Player);
        json.Time("occurred_at", fact.OccurredAt);
        switch (fact)
        {
            case PlayerSpawned e:
                Profile(json, e.Profile);
                json.SectorId("sector_id", e.Sector);
                json.WriteNumber("turns", e.Turns);
                break;
            case PlayerLoggedIn e:
                json.WriteString("session_id", e.Session.Id);
                json.Time("away_since", e.AwaySince);
                break;
            case PlayerReturned e:
                json.SectorId("sector_id", e.Sector);
                break;
            case ProfileChanged e:
                Profile(json, e.Profile);
                break;
            case TurnsSet e:
                json.WriteNumber("turns", e.Turns);
                break;
            case PlayerMoved e:
                Moved(json, e);
                break;
            case MoveRefused e:
                Refused(json, e);
                break;
            case PlayerTeleported e:
                json.SectorId("from", e.From);
                json.SectorId("to", e.To);
                break;
            case PlayerDocked e:
                json.WriteString("port_id", e.PortId);
                break;
            case PlayerLanded e:
                json.WriteString("planet_id", e.PlanetId);
                break;
            case PlayerSwept e:
                json.SectorId("sector_id", e.Sector);
                json.Time("silent_since", e.SilentSince);
                break;
            case PresenceAffirmed e:
                json.SectorId("sector_id", e.Sector);
                break;
            default:
                break;
        }
    }

    private static string Type(PlayerEvent fact) => fact switch
    {
        PlayerSpawned => "player.spawned",
        PlayerLoggedIn => "player.logged_in",
        PlayerReturned => "player.returned",
        ProfileChanged => "player.profile_changed",
        TurnsSet => "player.turns_set",
        PlayerMoved => "player.moved",
        MoveRefused => "player.move_refused",
        PlayerTeleported => "player.teleported",
        PlayerDocked => "player.docked",
        PlayerUndocked => "player.undocked",
        PlayerLanded => "player.landed",
        PlayerTookOff => "player.took_off",
        PlayerSeen => "player.seen",
        PlayerLoggedOut => "player.logged_out",
        PlayerSwept => "player.swept",
        PresenceAffirmed => "player.presence_affirmed",
        _ => throw new NotSupportedException($"{fact.GetType()} has no name on the wire."),
    };

    private static void Profile(Utf8JsonWriter json, PlayerProfile profile)
    {
        json.WriteString("username", profile.Username);
        json.WriteString("team_id", profile.TeamId);
        json.Ship(profile.Ship);
    }

    private static void Moved(Utf8JsonWriter json, PlayerMoved e)
    {
        json.WriteString("move_id", e.MoveId);
        json.SectorId("from", e.From);
        json.SectorId("to", e.To);
        json.WriteString("via", SectorWire.Of(e.Via));
        json.WriteNumber("turn_cost", e.TurnCost);
        json.WriteNumber("turns_left", e.TurnsLeft);
        json.WriteStartObject("aria");
        json.WriteNumber("total_interactions", e.AriaInteractions);
        json.WriteNumber("consciousness_level", e.AriaLevel);
        json.WriteBoolean("leveled_up", e.HasLeveledUp);
        json.WriteEndObject();
        json.Each("tunnel_events", e.Passage?.Effects ?? [], effect =>
        {
            json.WriteString("type", SectorWire.Of(effect.Kind));
            if (effect.Severity is { } severity)
            {
                json.WriteString("severity", SectorWire.Of(severity));
            }
        });
    }

    private static void Refused(Utf8JsonWriter json, MoveRefused e)
    {
        json.WriteString("move_id", e.MoveId);
        json.SectorId("to", e.To);
        json.WriteString("via", e.Via is { } via ? SectorWire.Of(via) : null);
        json.WriteString("code", e.Code);
        json.WriteString("field", e.Field);
        json.WriteString("message", e.Message);
    }
}
