using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace OrleansGameState.EndToEnd;

/// <summary>
/// The bundled recording, read by the tests' own few lines: who must hold what at its end. A poll speaks of its request
/// less the cache lag; a FacilityControl of second t stands until t + 1 s; the latest word counts.
/// </summary>
internal static class Recording
{
    public const int WorldId = 10;
    public const int ZoneId = 2;

    private static readonly TimeSpan CacheLag = TimeSpan.FromSeconds(5);

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Places.Recordings, "*.ndjson");

    public static ImmutableSortedDictionary<int, int> FinalOwners()
    {
        var lines = Files.SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!["frame"]).ToArray();
        var facilities = lines.Where(frame => CollectionOf(frame) == "map_region")
            .SelectMany(frame => frame!["body"]!["map_region_list"]!.AsArray())
            .Where(region => (string?)region!["zone_id"] == $"{ZoneId}" && region["facility_id"] is not null)
            .ToDictionary(region => (string)region!["map_region_id"]!, region => Number(region!["facility_id"]));
        return lines.SelectMany(frame => Events(frame).Concat(Polls(frame, facilities)))
            .Where(told => facilities.ContainsValue(told.Facility))
            .GroupBy(told => told.Facility)
            .ToImmutableSortedDictionary(told => told.Key, told => told.OrderBy(fact => fact.At).Last().Faction);
    }

    private static IEnumerable<(int Facility, int Faction, DateTimeOffset At)> Events(JsonNode? frame)
    {
        if (PayloadOf(frame) is { } payload && (string?)payload["event_name"] == "FacilityControl"
            && (string?)payload["world_id"] == $"{WorldId}" && (string?)payload["zone_id"] == $"{ZoneId}")
        {
            yield return (Number(payload["facility_id"]), Number(payload["new_faction_id"]), DateTimeOffset.FromUnixTimeSeconds(Number(payload["timestamp"]) + 1));
        }
    }

    private static IEnumerable<(int Facility, int Faction, DateTimeOffset At)> Polls(JsonNode? frame, Dictionary<string, int> facilities) =>
        CollectionOf(frame) != "map" || (int?)frame!["worldId"] != WorldId || frame["body"]?["map_list"] is not JsonArray zones
            ? []
            : from zone in zones
              where (string?)zone!["ZoneId"] == $"{ZoneId}"
              from row in zone["Regions"]!["Row"]!.AsArray()
              let region = (string)row!["RowData"]!["RegionId"]!
              where facilities.ContainsKey(region)
              select (facilities[region], Number(row["RowData"]!["FactionId"]), DateTimeOffset.Parse((string)frame["requestedAt"]!, null) - CacheLag);

    private static string? CollectionOf(JsonNode? frame) => frame is JsonObject message ? (string?)message["collection"] : null;

    private static JsonNode? PayloadOf(JsonNode? frame) => frame is JsonObject message ? message["payload"] : null;

    private static int Number(JsonNode? text) => int.Parse(text!.ToString(), null);
}
