using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Writes a universe's document, in the form that <see cref="UniverseDocument"/> reads.</summary>
internal static class UniverseWriter
{
    /// <summary>Writes the map, with the ships and uses as they are now.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="map">The map.</param>
    /// <param name="settings">The universe's settings.</param>
    /// <param name="ships">By sector, the ships without a pilot.</param>
    /// <param name="tunnels">By tunnel, its status and uses now; where it is not here, the map's.</param>
    public static void Write(
        Utf8JsonWriter json,
        UniverseMap map,
        UniverseSettings settings,
        IReadOnlyDictionary<string, IReadOnlyList<Ship>> ships,
        IReadOnlyDictionary<(string From, string To), WarpTunnelState> tunnels)
    {
        json.WriteStartObject();
        json.WriteStartObject("settings");
        json.WriteString("startSector", settings.StartSector);
        json.Count("startingTurns", settings.StartingTurns);
        json.Count("sessionMinutes", settings.SessionMinutes);
        json.WriteEndObject();
        json.Each("sectors", map.Sectors, sector => Sector(json, sector, ships.GetValueOrDefault(sector.Id)));
        json.Each("links", map.Sectors.SelectMany(sector => sector.Links.Select(link => (From: sector.Id, Link: link))), way =>
        {
            json.WriteString("from", way.From);
            json.WriteString("to", way.Link.To);
            json.WriteNumber("turnCost", way.Link.TurnCost);
        });
        json.Each("tunnels", map.Tunnels, tunnel => Tunnel(json, tunnel, tunnels.GetValueOrDefault((tunnel.Chart.From, tunnel.Chart.To))));
        json.WriteEndObject();
    }

    private static void Sector(Utf8JsonWriter json, SectorChart sector, IReadOnlyList<Ship>? ships)
    {
        json.WriteString("id", sector.Id);
        json.WriteString("name", sector.Name);
        json.WriteString("type", sector.Type);
        json.WriteNumber("hazardLevel", sector.HazardLevel);
        json.WriteStartObject("defenses");
        json.WriteNumber("defenseDrones", sector.Defenses.DefenseDrones);
        json.WriteNumber("fighters", sector.Defenses.Fighters);
        json.WriteNumber("mines", sector.Defenses.Mines);
        json.WriteEndObject();
        json.WriteString("beacon", sector.Beacon);
        json.Each("ports", sector.Ports, port => Named(json, port.Id, port.Name));
        json.Each("planets", sector.Planets, planet => Named(json, planet.Id, planet.Name));
        if (sector.Position is { } position)
        {
            json.WriteNumber("x", position.X);
            json.WriteNumber("y", position.Y);
        }

        json.WriteBoolean("isStub", sector.IsStub);
        if (ships is not null)
        {
            json.Each("ships", ships, ship =>
            {
                Named(json, ship.Id, ship.Name);
                json.WriteString("type", ship.Type);
            });
        }
    }

    private static void Named(Utf8JsonWriter json, string id, string name)
    {
        json.WriteString("id", id);
        json.WriteString("name", name);
    }

    private static void Tunnel(Utf8JsonWriter json, TunnelDraft tunnel, WarpTunnelState? now)
    {
        var chart = tunnel.Chart;
        json.WriteString("from", chart.From);
        json.WriteString("to", chart.To);
        json.WriteString("type", chart.Type);
        json.WriteNumber("stability", chart.Stability);
        json.WriteString("status", (now?.Status ?? tunnel.Status) is { } status ? SectorWire.Of(status) : null);
        json.Count("maxUses", chart.MaxUses);
        json.Count("currentUses", now?.Uses ?? tunnel.Uses);
        json.WriteNumber("turnCost", chart.TurnCost);
    }
}
