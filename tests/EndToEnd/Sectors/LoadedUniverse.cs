using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace OrleansGameState.EndToEnd.Sectors;

/// <summary>
/// A universe of a real one's size on a running server: the recording that lies beside the repository, where it does, else one
/// that is made. It is exported and imported again with tunnels of few uses.
/// </summary>
internal sealed class LoadedUniverse(GameStateServer server, string key)
{
    public const string Id = "load";

    private const string Path = "api/v1/universes/" + Id;
    private const int Sectors = 2_406;
    private const int Tunnels = 200;
    private const int MaxUses = 6;
    private const int Seed = 2406;

    private static string Recording => System.IO.Path.Combine(Places.Repository, "..", "shared", "samples", "sectors", "twclone_sector_snapshots.json");

    /// <summary>Where one can go from each sector, by its id.</summary>
    public Dictionary<string, (string To, bool ByTunnel)[]> Ways { get; } = [];

    public async Task ImportAsync()
    {
        await PostAsync(File.Exists(Recording) ? await File.ReadAllTextAsync(Recording) : Made());
        var document = await server.Get($"{Path}/export");
        document["tunnels"] = WithTunnels(document["sectors"]!.AsArray().Select(sector => (string)sector!["id"]!).ToArray());
        await PostAsync(document.ToJsonString());
        ReadWays(await server.Get($"{Path}/map"));
    }

    private async Task PostAsync(string document)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}/import?danglingLinks=stub&duplicateShips=first");
        request.Headers.Add("X-Api-Key", key);
        request.Content = new StringContent(document, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        using var response = await server.Http.SendAsync(request);
        var said = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"import: {(int)response.StatusCode} {said[..Math.Min(1000, said.Length)]}");

        // The map is accepted before the universe is told of it.
        var version = (int)JsonNode.Parse(said)!["version"]!;
        await Bound.Eventually(
            async () => await server.Status(Path) == HttpStatusCode.OK ? (await server.Get(Path))["import"] : null,
            import => import is not null && (int)import["version"]! == version && (string)import["phase"]! == "done");
    }

    private static JsonArray WithTunnels(string[] sectors)
    {
        var random = new Random(Seed);
        var pairs = new HashSet<(string From, string To)>();
        while (pairs.Count < Tunnels)
        {
            var (from, to) = (sectors[random.Next(sectors.Length)], sectors[random.Next(sectors.Length)]);
            if (from != to)
            {
                pairs.Add((from, to));
            }
        }

        return new([.. pairs.Select(pair => new JsonObject
        {
            ["from"] = pair.From,
            ["to"] = pair.To,
            ["type"] = "NATURAL",
            ["stability"] = 0.9,
            ["turnCost"] = 1,
            ["maxUses"] = MaxUses,
        })]);
    }

    private static string Made()
    {
        var random = new Random(Seed);
        var sectors = Enumerable.Range(1, Sectors).Select(number => (JsonNode)new JsonObject { ["id"] = Text(number), ["name"] = $"Sector {number}", ["type"] = "STANDARD" });
        var links = Enumerable.Range(1, Sectors)
            .SelectMany(from => Enumerable.Range(0, 4).Select(_ => (From: from, To: 1 + random.Next(Sectors))).Append((From: from, To: 1 + (from % Sectors))))
            .Where(link => link.From != link.To)
            .Distinct()
            .Select(link => (JsonNode)new JsonObject { ["from"] = Text(link.From), ["to"] = Text(link.To), ["turnCost"] = 1 });
        return new JsonObject { ["sectors"] = new JsonArray([.. sectors]), ["links"] = new JsonArray([.. links]) }.ToJsonString();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void ReadWays(JsonNode map)
    {
        var tunnels = map["tunnels"]!.AsArray().ToLookup(tunnel => (string)tunnel!["from"]!, tunnel => ((string)tunnel!["to"]!, true));
        foreach (var sector in map["sectors"]!.AsArray())
        {
            var id = (string)sector!["id"]!;
            Ways[id] = [.. sector["links"]!.AsArray().Select(to => ((string)to!, false)).Concat(tunnels[id])];
        }
    }
}
