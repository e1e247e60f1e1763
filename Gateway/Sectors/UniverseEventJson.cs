using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Gateway.Sectors;

/// <summary>Writes universes' and their maps' events; a map itself is read as a whole.</summary>
internal static class UniverseEventJson
{
    public static void Write(Utf8JsonWriter json, string key, EntityEvent fact)
    {
        json.WriteString("type", Type(fact));
        json.WriteString("universe", SectorKeys.UniverseOf(key));
        switch (fact)
        {
            case ImportBegan e:
                json.Time("occurred_at", e.OccurredAt);
                json.WriteNumber("version", e.Version);
                Report(json, e.Report);
                break;
            case ImportFinished e:
                json.Time("occurred_at", e.OccurredAt);
                json.WriteNumber("version", e.Version);
                break;
            case UniverseSwept e:
                json.Time("occurred_at", e.OccurredAt);
                Sweep(json, e.Report);
                break;
            case MapImported e:
                json.Time("occurred_at", e.OccurredAt);
                json.WriteNumber("version", e.Map.Version);
                Report(json, e.Report);
                break;
            default:
                break;
        }
    }

    private static string Type(EntityEvent fact) => fact switch
    {
        ImportBegan => "universe.import_began",
        ImportFinished => "universe.import_finished",
        UniverseSwept => "universe.swept",
        MapImported => "universe.map_imported",
        _ => throw new NotSupportedException($"{fact.GetType()} has no name on the wire."),
    };

    private static void Report(Utf8JsonWriter json, ImportReport report)
    {
        json.WriteStartObject("report");
        json.WriteNumber("sectors", report.Sectors);
        json.WriteNumber("stubs", report.Stubs);
        json.WriteNumber("links", report.Links);
        json.WriteNumber("tunnels", report.Tunnels);
        json.WriteNumber("ships", report.Ships);
        json.Texts("dangling_links", report.DanglingLinks);
        json.Texts("duplicate_ships", report.DuplicateShips);
        json.WriteEndObject();
    }

    private static void Sweep(Utf8JsonWriter json, SweepReport report)
    {
        json.WriteStartObject("report");
        json.WriteNumber("looked", report.Looked);
        json.Texts("swept", report.Swept);
        json.Texts("healed", report.Healed);
        json.Texts("strays", report.Strays);
        json.Texts("ships", report.Ships);
        json.Texts("reservations", report.Reservations);
        json.WriteEndObject();
    }
}
