using System.Text.Json;

namespace OrleansGameState.Gateway.Tests.Territory;

public sealed class SystemEventsTests(History history) : IClassFixture<History>
{
    private const string Events = "/api/v1/territory/events";

    [Fact]
    public async Task Events_FollowedByNext_AreAllOfEveryEntityOnceAndInOrder()
    {
        var (read, next) = (new List<JsonElement>(), "0.0.");
        while (true)
        {
            var page = await history.Get($"{Events}?limit=7&after={Uri.EscapeDataString(next)}");
            var events = page.GetProperty("events").EnumerateArray().ToArray();
            Assert.False(page.GetProperty("truncated").GetBoolean());
            if (events.Length == 0)
            {
                Assert.Equal(next, page.GetProperty("next").GetString());
                break;
            }

            read.AddRange(events);
            next = page.GetProperty("next").GetString()!;
        }

        var byTopic = read.ToLookup(fact => fact.GetProperty("topic").GetString()!, fact => fact.GetProperty("sequence").GetInt64());
        Assert.Equal(["territory", "territory/1", "territory/1/2", "territory/2", "territory/2/2"], byTopic.Select(topic => topic.Key).Order(StringComparer.Ordinal));
        Assert.All(byTopic, topic => Assert.Equal(Enumerable.Range(1, topic.Count()).Select(sequence => (long)sequence), topic));
        Assert.Equal(history.Latest, byTopic["territory/1/2"].Count());
    }

    [Fact]
    public async Task Events_FromTheBeginning_TellTheFacts()
    {
        var page = await history.Get($"{Events}?limit=1000");

        var facts = page.GetProperty("events").EnumerateArray().ToArray();
        var directory = facts.First(fact => fact.GetProperty("topic").GetString() == "territory").GetProperty("event");
        var described = facts[0].GetProperty("event");
        Assert.Equal("worldDescribed", described.GetProperty("type").GetString());
        Assert.Equal("worldListed", directory.GetProperty("type").GetString());
        Assert.Equal(1, directory.GetProperty("worldId").GetInt32());
        Assert.Contains(facts, fact => fact.GetProperty("event").GetProperty("type").GetString() == "facilityCaptured");
        Assert.Equal("application/json; charset=utf-8", (await history.Host.Client.GetAsync(Events)).Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Events_WithoutALimit_AreAHundred() =>
        Assert.Equal(100, (await history.Get(Events)).GetProperty("events").GetArrayLength());

    [Theory]
    [InlineData("after=", "after")]
    [InlineData("after=17", "after")]
    [InlineData("after=1.x.ps2/1", "after")]
    [InlineData("after=-1.2.ps2/1", "after")]
    [InlineData("after=99999999999999999999.2.ps2/1", "after")]
    [InlineData("after=1.2.ps2%00", "after")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001", "limit")]
    public async Task Events_WithAWrongValue_NameIt(string query, string field)
    {
        var (status, problem) = await history.Refused($"{Events}?{query}");

        Assert.Equal((400, field), (status, problem.GetProperty("field").GetString()));
    }
}
