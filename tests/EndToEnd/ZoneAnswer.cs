using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace OrleansGameState.EndToEnd;

/// <summary>
/// What every interface must say alike of a zone. Reads JSON, and gRPC's JSON form of a message, where an enum is its name
/// and a 64-bit number is text.
/// </summary>
internal sealed record ZoneAnswer(long Sequence, string Owners, string Control, string Status, string LockedBy)
{
    public static ZoneAnswer Of(JsonNode zone) => new(
        Number(zone["sequence"]),
        string.Join(' ', OwnersOf(zone).Select(owner => $"{owner.Key}={owner.Value}")),
        string.Join(' ', zone["control"]!.AsArray().OrderBy(control => Faction(control!)).Select(control => ControlOf(control!))),
        Word(zone["status"]),
        $"{FactionOf(zone["lockedBy"])}");

    /// <summary>Faction by facility id, where it is known.</summary>
    public static ImmutableSortedDictionary<int, int> OwnersOf(JsonNode zone) => zone["facilities"]!.AsArray()
        .Where(facility => Faction(facility!) is not null)
        .ToImmutableSortedDictionary(facility => (int)Number(facility!["facilityId"]), facility => Faction(facility!)!.Value);

    private static string ControlOf(JsonNode control) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Faction(control)}:{Number(control["facilities"])}/{Percent(control["percent"])}%/{Number(control["connectedFacilities"])}/{Percent(control["connectedPercent"])}%");

    private static string Percent(JsonNode? value) => value is null ? "-" : ((double)value).ToString("0.##", CultureInfo.InvariantCulture);

    private static long Number(JsonNode? value) => value is null ? 0 : long.Parse(value.ToString(), CultureInfo.InvariantCulture);

    private static string Word(JsonNode? value) => value!.ToString().Split('_')[^1].ToLowerInvariant();

    // JSON says factionId and a number, gRPC's messages say faction and a name.
    private static int? Faction(JsonNode holder) =>
        holder["faction"] is { } name ? Named(name.ToString()) : FactionOf(holder["factionId"]);

    private static int? FactionOf(JsonNode? value) => value?.ToString() switch
    {
        null => null,
        ['F', ..] name => Named(name),
        var text => int.Parse(text, CultureInfo.InvariantCulture),
    };

    private static int Named(string name) => name switch
    {
        "FACTION_NONE" => 0,
        "FACTION_VANU_SOVEREIGNTY" => 1,
        "FACTION_NEW_CONGLOMERATE" => 2,
        "FACTION_TERRAN_REPUBLIC" => 3,
        "FACTION_NS_OPERATIVES" => 4,
        _ => throw new FormatException($"'{name}' is no faction's name."),
    };
}
