using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>
/// What the game's static collections say; each is null until it was read. A row that cannot be read is left out: the
/// collections hold oddities, and one of them must not cost the others.
/// </summary>
/// <param name="Worlds">Names by world id.</param>
/// <param name="Zones">Names by zone id, which for dynamic zones is the definition's.</param>
/// <param name="Regions">By zone.</param>
/// <param name="Links">By zone.</param>
/// <param name="Version">The latest day on which any of them was read.</param>
internal sealed record StaticData(
    ImmutableSortedDictionary<int, string>? Worlds,
    ImmutableSortedDictionary<uint, string>? Zones,
    ILookup<uint, MapRegion>? Regions,
    ILookup<uint, LatticeLink>? Links,
    DateOnly Version)
{
    public static StaticData Nothing { get; } = new(null, null, null, null, DateOnly.MinValue);

    /// <summary>True once maps can be made of it without having to be made again.</summary>
    public bool HasMaps => Zones is not null && Regions is not null && Links is not null;

    /// <summary>The data with what <paramref name="answer"/> tells; the same where that is not a static collection.</summary>
    public StaticData With(RestAnswer answer)
    {
        var day = DateOnly.FromDateTime(answer.Subject.RequestedAt.UtcDateTime);
        var next = this with { Version = day > Version ? day : Version };
        return answer.Subject.Collection switch
        {
            CensusRequest.World => next with { Worlds = NamesOf(answer.Rows, "world_id").ToImmutableSortedDictionary(row => (int)row.Key, row => row.Value) },
            CensusRequest.Zone => next with { Zones = NamesOf(answer.Rows, "zone_id").ToImmutableSortedDictionary(row => (uint)row.Key, row => row.Value) },
            CensusRequest.MapRegion => next with { Regions = answer.Rows.Select(RegionOf).OfType<(uint Zone, MapRegion Region)>().ToLookup(row => row.Zone, row => row.Region) },
            CensusRequest.FacilityLink => next with { Links = answer.Rows.Select(LinkOf).OfType<(uint Zone, LatticeLink Link)>().ToLookup(row => row.Zone, row => row.Link) },
            _ => this,
        };
    }

    private static IEnumerable<KeyValuePair<long, string>> NamesOf(ImmutableArray<JsonElement> rows, string idField)
    {
        var seen = new HashSet<long>();
        foreach (var row in rows)
        {
            if (NumberOf(row, idField) is { } id and > 0 and <= int.MaxValue && seen.Add(id))
            {
                yield return new(id, NameOf(row));
            }
        }
    }

    private static string NameOf(JsonElement row) =>
        row.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.Object ? TextOf(name, "en") : TextOf(row, "name");

    private static (uint Zone, MapRegion Region)? RegionOf(JsonElement row)
    {
        if (NumberOf(row, "zone_id") is not ({ } zone and > 0 and <= uint.MaxValue) || NumberOf(row, "map_region_id") is not ({ } id and >= 0 and <= int.MaxValue))
        {
            return null;
        }

        var facility = NumberOf(row, "facility_id") is { } facilityId and >= 0 and <= int.MaxValue ? (int?)facilityId : null;
        var type = NumberOf(row, "facility_type_id") is { } typeId and >= 0 and <= int.MaxValue ? (int)typeId : 0;
        return ((uint)zone, new((int)id, facility, TextOf(row, "facility_name"), type, TextOf(row, "facility_type"), CoordinateOf(row, "location_x"), CoordinateOf(row, "location_z")));
    }

    private static (uint Zone, LatticeLink Link)? LinkOf(JsonElement row) =>
        (NumberOf(row, "zone_id"), NumberOf(row, "facility_id_a"), NumberOf(row, "facility_id_b")) is ({ } zone and > 0 and <= uint.MaxValue, { } a and >= 0 and <= int.MaxValue, { } b and >= 0 and <= int.MaxValue)
            ? ((uint)zone, new((int)Math.Min(a, b), (int)Math.Max(a, b)))
            : null;

    private static long? NumberOf(JsonElement row, string field) =>
        long.TryParse(TextOf(row, field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? CoordinateOf(JsonElement row, string field) =>
        double.TryParse(TextOf(row, field), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string TextOf(JsonElement row, string field) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(field, out var value) ? FieldReader.TextOf(value) ?? "" : "";
}
