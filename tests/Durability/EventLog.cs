using System.Globalization;
using System.Text.Json.Nodes;

namespace OrleansGameState.Durability;

/// <summary>Reads a server over HTTP.</summary>
internal static class EventLog
{
    public static async Task<JsonNode> Get(HttpClient http, string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"GET {path}: {(int)response.StatusCode} {body}");
        return JsonNode.Parse(body)!;
    }

    /// <summary>Reads an entity's history after a sequence, to its end.</summary>
    public static async Task Read(HttpClient http, string entity, long after, Action<JsonNode> take)
    {
        while (true)
        {
            var page = await Get(http, string.Create(CultureInfo.InvariantCulture, $"{entity}/events?after={after}&limit=1000"));
            foreach (var told in page["events"]!.AsArray())
            {
                take(told!);
                after = (long)told!["sequence"]!;
            }

            if (page["events"]!.AsArray().Count == 0)
            {
                Assert.True((long)page["latest"]! == after, $"{entity}: the latest is {page["latest"]}, the log ends with {after}.");
                return;
            }
        }
    }
}
