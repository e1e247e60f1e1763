using System.Collections.Immutable;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Writes sectors' events.</summary>
internal static class SectorEventJson
{
    public static void Write(Utf8JsonWriter json, string key, SectorEvent fact)
    {
        json.WriteString("type", Type(fact));
        json.SectorId("sector_id", SectorParts.OfSector(key).Sector);
        switch (fact)
        {
            case PlayerJoined e:
                json.Entry("player", e.Entry);
                break;
            case PlayerLeft e:
                json.Entry("player", e.Entry);
                break;
            case PlayerEntryChanged e:
                json.Entry("player", e.Entry);
                LeftBehind(json, e.LeftBehind);
                break;
            case SectorCharted e:
                json.Time("occurred_at", e.OccurredAt);
                json.WriteNumber("map_version", e.MapVersion);
                Chart(json, e.Chart);
                Ships(json, e.Ships);
                break;
            case SectorUncharted e:
                json.Time("occurred_at", e.OccurredAt);
                json.WriteNumber("map_version", e.MapVersion);
                break;
            case ShipRemoved e:
                json.Time("occurred_at", e.OccurredAt);
                json.WriteString("ship_id", e.ShipId);
                break;
            case DeparturesForgotten e:
                json.Time("occurred_at", e.OccurredAt);
                json.Texts("player_ids", e.Players);
                break;
            default:
                break;
        }
    }

    private static string Type(SectorEvent fact) => fact switch
    {
        PlayerJoined => "sector.player_joined",
        PlayerLeft => "sector.player_left",
        PlayerEntryChanged => "sector.player_changed",
        SectorCharted => "sector.charted",
        SectorUncharted => "sector.uncharted",
        ShipRemoved => "sector.ship_removed",
        DeparturesForgotten => "sector.departures_forgotten",
        _ => throw new NotSupportedException($"{fact.GetType()} has no name on the wire."),
    };

    private static void LeftBehind(Utf8JsonWriter json, Ship? ship)
    {
        if (ship is null)
        {
            json.WriteNull("left_behind");
            return;
        }

        json.WriteStartObject("left_behind");
        json.Ship(ship);
        json.WriteEndObject();
    }

    private static void Chart(Utf8JsonWriter json, SectorChart chart)
    {
        json.WriteString("name", chart.Name);
        json.WriteString("sector_type", chart.Type);
        json.WriteNumber("hazard_level", chart.HazardLevel);
        json.WriteStartObject("defenses");
        json.WriteNumber("defense_drones", chart.Defenses.DefenseDrones);
        json.WriteNumber("fighters", chart.Defenses.Fighters);
        json.WriteNumber("mines", chart.Defenses.Mines);
        json.WriteEndObject();
        json.WriteString("beacon", chart.Beacon);
        Places(json, "ports", chart.Ports);
        Places(json, "planets", chart.Planets);
        Ways(json, "neighbours", chart.Links);
        Ways(json, "tunnels", chart.Tunnels);
        json.WriteBoolean("is_stub", chart.IsStub);
    }

    private static void Ships(Utf8JsonWriter json, ImmutableArray<Ship>? ships)
    {
        if (ships is { } told)
        {
            json.Each("ships", told, json.Ship);
        }
        else
        {
            json.WriteNull("ships");
        }
    }

    private static void Places(Utf8JsonWriter json, string name, ImmutableArray<Place> places) => json.Each(name, places, place =>
    {
        json.WriteString("id", place.Id);
        json.WriteString("name", place.Name);
    });

    private static void Ways(Utf8JsonWriter json, string name, ImmutableArray<SectorLink> ways) => json.Each(name, ways, way =>
    {
        json.SectorId("to", way.To);
        json.WriteNumber("turn_cost", way.TurnCost);
    });
}
