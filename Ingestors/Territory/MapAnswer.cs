using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>One zone of the REST map.</summary>
/// <param name="ZoneId">The zone.</param>
/// <param name="Owners">By region id.</param>
internal sealed record MapAnswer(uint ZoneId, ImmutableArray<RegionOwner> Owners)
{
    /// <summary>Two polls with one digest tell the same owners.</summary>
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(
        Encoding.ASCII.GetBytes(string.Join(';', Owners.Select(owner => string.Create(CultureInfo.InvariantCulture, $"{owner.RegionId}={(int)owner.Faction}"))))));

    /// <summary>Reads one row of <c>map_list</c>. A region that cannot be read is refused and costs the others nothing.</summary>
    public static MapAnswer? Read(JsonElement row, ICollection<FrameRefusal> refusals)
    {
        if (row.ValueKind != JsonValueKind.Object)
        {
            refusals.Add(new(FrameRefusal.BadField, "map_list", "a row is not an object"));
            return null;
        }

        var fields = new FieldReader(row);
        var zoneId = (uint)fields.Required("ZoneId", 1, uint.MaxValue);
        if (fields.Refusal is { } refusal)
        {
            refusals.Add(refusal);
            return null;
        }

        if (RowsOf(row) is not { } rows)
        {
            refusals.Add(new(FrameRefusal.MissingField, "Regions", $"zone {zoneId} has no Regions"));
            return null;
        }

        var owners = new SortedDictionary<int, Faction>();
        foreach (var region in rows)
        {
            ReadRegion(region, owners, refusals);
        }

        return new(zoneId, [.. owners.Select(owner => new RegionOwner(owner.Key, owner.Value))]);
    }

    // A list of one may come without its list.
    private static IEnumerable<JsonElement>? RowsOf(JsonElement zone) =>
        !zone.TryGetProperty("Regions", out var regions) || regions.ValueKind != JsonValueKind.Object ? null
        : !regions.TryGetProperty("Row", out var row) ? []
        : row.ValueKind switch
        {
            JsonValueKind.Array => row.EnumerateArray(),
            JsonValueKind.Object => [row],
            _ => null,
        };

    private static void ReadRegion(JsonElement row, SortedDictionary<int, Faction> owners, ICollection<FrameRefusal> refusals)
    {
        if (row.ValueKind != JsonValueKind.Object || !row.TryGetProperty("RowData", out var data) || data.ValueKind != JsonValueKind.Object)
        {
            refusals.Add(new(FrameRefusal.MissingField, "RowData", "a row has no RowData"));
            return;
        }

        var fields = new FieldReader(data);
        var region = (int)fields.Required("RegionId", 0, int.MaxValue);
        var faction = fields.Faction("FactionId");
        if (fields.Refusal is { } refusal)
        {
            refusals.Add(refusal);
        }
        else
        {
            owners[region] = faction;
        }
    }
}
