using System.Text.Json.Nodes;

namespace OrleansGameState.EndToEnd.Fakes;

/// <summary>
/// A continent of the tests' own: three warpgates and six facilities, each gate linked to two of them and these in a ring.
/// Facility ids are region ids plus 10,000.
/// </summary>
internal static class Continent
{
    public const int WorldId = 10;
    public const int ZoneId = 2;

    public static readonly IReadOnlyList<int> Warpgates = [2201, 2202, 2203];
    public static readonly IReadOnlyList<int> Regions = [2101, 2102, 2103, 2104, 2105, 2106];

    public static int FacilityOf(int region) => region + 10_000;

    /// <summary>The rows of a static collection, every value as text.</summary>
    public static JsonArray Rows(string collection) => new([.. collection switch
    {
        "world" => [Row(("world_id", "10"), ("state", "online"), ("name", Named("Wainwright")))],
        "zone" => [Row(("zone_id", "2"), ("code", "Test"), ("name", Named("Testland")))],
        "map_region" => Warpgates.Select(id => Region(id, "7", "Warpgate")).Concat(Regions.Select(id => Region(id, "5", "Large Outpost"))),
        "facility_link" => Links().Select(link => (JsonNode)Row(("zone_id", "2"), ("facility_id_a", Text(link.A)), ("facility_id_b", Text(link.B)))),
        _ => Array.Empty<JsonNode>(),
    }]);

    private static IEnumerable<(int A, int B)> Links()
    {
        for (var i = 0; i < Regions.Count; i++)
        {
            yield return (FacilityOf(Warpgates[i / 2]), FacilityOf(Regions[i]));
            yield return (FacilityOf(Regions[i]), FacilityOf(Regions[(i + 1) % Regions.Count]));
        }
    }

    private static JsonObject Region(int id, string typeId, string type) => Row(
        ("map_region_id", Text(id)),
        ("zone_id", "2"),
        ("facility_id", Text(FacilityOf(id))),
        ("facility_name", $"Facility of {id}"),
        ("facility_type_id", typeId),
        ("facility_type", type),
        ("location_x", $"{(id % 100) * 10}.5"),
        ("location_z", $"{(id % 7) * -20}"));

    private static JsonObject Row(params (string Key, JsonNode Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value)));

    private static JsonObject Named(string name) => new() { ["en"] = name };

    private static string Text(int number) => $"{number}";
}
