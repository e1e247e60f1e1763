using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace OrleansGameState.Durability;

/// <summary>Reads a server over HTTP.</summary>
internal static class EventLog
{
    /// <summary>Asks until there is an answer: 503 tells to try again, as while a killed database recovers.</summary>
    public static async Task<JsonNode> Get(HttpClient http, string path)
    {
        var (status, body) = await Bound.Eventually(() => Ask(http, path), answer => answer.Status != HttpStatusCode.ServiceUnavailable, () => path);
        Assert.True(status == HttpStatusCode.OK, $"GET {path}: {(int)status} {body}");
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
                // The log may be an instant ahead of an entity that is at work, never behind it.
                Assert.True((long)page["latest"]! <= after, $"{entity}: the latest is {page["latest"]}, the log ends with {after}.");
                return;
            }
        }
    }

    private static async Task<(HttpStatusCode Status, string Body)> Ask(HttpClient http, string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
