using System.Collections.Immutable;
using System.Text.Json;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Ingestors.Sectors;

/// <summary>Reads the bundled universe, which is a document as an import over HTTP takes it.</summary>
internal static class UniverseFile
{
    /// <summary>Where it lies beside the program.</summary>
    public const string Bundled = "samples/sectors/*.json";

    /// <summary>Reads a document; one that has not the form is a <see cref="JsonException"/>, or an <see cref="InvalidOperationException"/> of its reader.</summary>
    public static UniverseDraft Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var links = Listed(root, "links").SelectMany(LinksOf).ToLookup(link => link.From, link => link.Link, StringComparer.Ordinal);
        var tunnels = Listed(root, "tunnels").Select(TunnelOf).ToImmutableArray();
        var ways = tunnels.ToLookup(tunnel => tunnel.Chart.From, tunnel => new SectorLink(tunnel.Chart.To, tunnel.Chart.TurnCost), StringComparer.Ordinal);
        var sectors = Listed(root, "sectors").ToArray();
        return new(
            [.. sectors.Select(sector => SectorOf(sector, links[Text(sector, "id")], ways[Text(sector, "id")]))],
            tunnels,
            [.. sectors.Where(sector => sector.TryGetProperty("ships", out _)).Select(ShipsOf)],
            root.TryGetProperty("settings", out var settings) ? SettingsOf(settings) : null);
    }

    private static SectorChart SectorOf(JsonElement sector, IEnumerable<SectorLink> links, IEnumerable<SectorLink> tunnels) => new(
        Text(sector, "id"),
        Text(sector, "name"),
        Text(sector, "type"),
        sector.TryGetProperty("hazardLevel", out var hazard) ? hazard.GetDouble() : 0,
        sector.TryGetProperty("defenses", out var defenses)
            ? new(Number(defenses, "defenseDrones") ?? 0, Number(defenses, "fighters") ?? 0, Number(defenses, "mines") ?? 0)
            : SectorDefenses.None,
        sector.TryGetProperty("beacon", out var beacon) ? beacon.GetString() : null,
        PlacesOf(sector, "ports"),
        PlacesOf(sector, "planets"),
        [.. links],
        [.. tunnels],
        sector.TryGetProperty("x", out var x) && sector.TryGetProperty("y", out var y) ? new(x.GetDouble(), y.GetDouble()) : null,
        IsStub: false);

    private static ImmutableArray<Place> PlacesOf(JsonElement sector, string name) =>
        [.. Listed(sector, name).Select(place => new Place(Text(place, "id"), Text(place, "name")))];

    private static SectorShips ShipsOf(JsonElement sector) =>
        new(Text(sector, "id"), [.. Listed(sector, "ships").Select(ship => new Ship(Text(ship, "id"), Text(ship, "name"), Text(ship, "type")))]);

    private static IEnumerable<(string From, SectorLink Link)> LinksOf(JsonElement link)
    {
        var (from, to, cost) = (Text(link, "from"), Text(link, "to"), Number(link, "turnCost") ?? 1);
        yield return (from, new(to, cost));
        if (link.TryGetProperty("twoWay", out var isTwoWay) && isTwoWay.GetBoolean())
        {
            yield return (to, new(from, cost));
        }
    }

    private static TunnelDraft TunnelOf(JsonElement tunnel) => new(
        new(
            Text(tunnel, "from"),
            Text(tunnel, "to"),
            Text(tunnel, "type"),
            tunnel.GetProperty("stability").GetDouble(),
            Number(tunnel, "turnCost") ?? 1,
            Number(tunnel, "maxUses")),
        Enum.TryParse<TunnelStatus>(Text(tunnel, "status"), ignoreCase: true, out var status) ? status : null,
        Number(tunnel, "currentUses"));

    private static UniverseSettings SettingsOf(JsonElement settings) => new(
        settings.TryGetProperty("startSector", out var start) ? start.GetString() : null,
        Number(settings, "startingTurns"),
        Number(settings, "sessionMinutes"));

    private static JsonElement.ArrayEnumerator Listed(JsonElement of, string name) =>
        of.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";

    private static int? Number(JsonElement of, string name) => of.TryGetProperty(name, out var number) ? number.GetInt32() : null;
}
