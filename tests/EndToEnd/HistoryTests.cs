using System.Globalization;
using System.Text.Json.Nodes;

namespace OrleansGameState.EndToEnd;

/// <summary>The past as the server tells it, against the fold of the events that it tells.</summary>
[Collection(ReplayedServer.Collection)]
public sealed class HistoryTests(ReplayedServer replayed)
{
    private const int Instants = 25;

    [Fact]
    public async Task Zone_AtTheTimeOfAnEvent_IsTheFoldOfAllUntilThen()
    {
        var events = await AllOf($"{ReplayedServer.ZonePath}/events");
        var fold = new ZoneFold();
        var compared = 0;
        for (var i = 0; i < events.Count; i++)
        {
            var told = events[i];
            fold.Take(new("delta", "", told));
            var isLastOfItsCommit = i == events.Count - 1 || (string?)events[i + 1]["at"] != (string?)told["at"];
            if (isLastOfItsCommit && i * Instants / events.Count >= compared)
            {
                var then = await replayed.Server.Get($"{ReplayedServer.ZonePath}?at={(string)told["at"]!}");
                Assert.Equal(fold.Sequence, (long)then["sequence"]!);
                Assert.Equal((string?)told["at"], (string?)then["asOf"]);
                Assert.Equal(fold.Owners, ZoneAnswer.OwnersOf(then));
                compared++;
            }
        }

        Assert.True(compared >= Math.Min(Instants, 5), $"Only {compared} instants were compared.");
    }

    [Fact]
    public async Task Events_OfTheSystem_AreThoseOfItsZonesAndWorlds()
    {
        var (read, next) = (new List<JsonNode>(), "");
        while (true)
        {
            var page = await replayed.Server.Get($"api/v1/territory/events?limit=300{(next.Length > 0 ? "&after=" : "")}{Uri.EscapeDataString(next)}");
            Assert.False((bool)page["truncated"]!);
            if (page["events"]!.AsArray() is not { Count: > 0 } events)
            {
                break;
            }

            read.AddRange(events.Select(fact => fact!));
            next = (string)page["next"]!;
        }

        var byTopic = read.ToLookup(fact => (string)fact["topic"]!, fact => (long)fact["sequence"]!);
        Assert.All(byTopic, topic => Assert.Equal(Enumerable.Range(1, topic.Count()).Select(sequence => (long)sequence), topic));
        foreach (var topic in byTopic.Where(topic => topic.Key.Contains('/', StringComparison.Ordinal)))
        {
            var ids = topic.Key.Split('/');
            var path = $"api/v1/territory/worlds/{ids[1]}{(ids.Length > 2 ? $"/zones/{ids[2]}" : "")}";
            Assert.Equal((long)(await replayed.Server.Get(path))["sequence"]!, topic.Last());
        }

        Assert.Contains("territory/10/2", byTopic.Select(topic => topic.Key));
    }

    [Fact]
    public async Task Events_BetweenTwoInstants_AreThoseOfAllThatWereCommittedThen()
    {
        var events = await AllOf($"{ReplayedServer.ZonePath}/events");
        var (from, to) = ((string)events[events.Count / 3]["at"]!, (string)events[events.Count * 2 / 3]["at"]!);

        var between = await AllOf($"{ReplayedServer.ZonePath}/events?from={from}&to={to}");

        Assert.Equal(
            events.Where(fact => At(fact) >= Parsed(from) && At(fact) < Parsed(to)).Select(fact => (long)fact["sequence"]!),
            between.Select(fact => (long)fact["sequence"]!));
    }

    private static DateTimeOffset At(JsonNode fact) => Parsed((string)fact["at"]!);

    private static DateTimeOffset Parsed(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    private async Task<List<JsonNode>> AllOf(string path)
    {
        var read = new List<JsonNode>();
        while (true)
        {
            var after = read.Count == 0 ? 0 : (long)read[^1]["sequence"]!;
            var page = await replayed.Server.Get($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=1000&after={after}");
            if (page["events"]!.AsArray() is not { Count: > 0 } events)
            {
                return read;
            }

            read.AddRange(events.Select(fact => fact!));
        }
    }
}
