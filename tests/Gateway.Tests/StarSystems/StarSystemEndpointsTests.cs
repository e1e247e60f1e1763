using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace OrleansGameState.Gateway.Tests.StarSystems;

[Collection(SharedGateway.Name)]
public sealed class StarSystemEndpointsTests(SharedGateway shared)
{
    private const string Api = "/api/v1";

    [Fact]
    public async Task System_ThatWasSeen_ShowsItsFactionsConflictsAndWhen()
    {
        var sequence = await shared.Host.See(101, Systems.Noon, 0.6m, "Boom");

        var system = await Get($"{Api}/systems/101");

        Assert.Equal(
            ["systemAddress", "name", "sequence", "asOf", "lastSeen", "observedAt", "position", "population", "controllingFaction", "allegiance", "government",
                "economy", "security", "isColony", "nativeFactions", "factions", "conflicts", "lastTick"],
            system.EnumerateObject().Select(member => member.Name));
        Assert.Equal(101, system.GetProperty("systemAddress").GetInt64());
        Assert.Equal("Rana 101", system.GetProperty("name").GetString());
        Assert.Equal(sequence, system.GetProperty("sequence").GetInt64());
        Assert.Equal("2026-11-20T12:00:00Z", system.GetProperty("observedAt").GetString());
        Assert.Equal("2026-11-20T12:00:00Z", system.GetProperty("lastSeen").GetString());
        Assert.Equal("""{"x":6.5,"y":-28,"z":0}""", system.GetProperty("position").GetRawText());
        var ruler = system.GetProperty("factions").EnumerateArray().Single(faction => faction.GetProperty("isControlling").GetBoolean());
        Assert.Equal("Rana 101 Council", ruler.GetProperty("name").GetString());
        Assert.Equal("0.6", ruler.GetProperty("influence").GetRawText());
        Assert.Equal(["Boom"], ruler.GetProperty("activeStates").EnumerateArray().Select(state => state.GetString()));
        Assert.True(ruler.GetProperty("isNative").GetBoolean());
        Assert.False(system.GetProperty("factions")[0].GetProperty("isNative").GetBoolean());
        OrderedJson.Same(
            """[{"warType":"election","status":"active","first":{"faction":"Bluestar PMC","stake":"","wonDays":1},"second":{"faction":"Rana 101 Mining Co","stake":"Hooke Dock","wonDays":0}}]""",
            system.GetProperty("conflicts"),
            "conflicts");
        Assert.Equal(JsonValueKind.Null, system.GetProperty("lastTick").ValueKind);
        Assert.Equal(JsonValueKind.Null, system.GetProperty("isColony").ValueKind);
    }

    [Fact]
    public async Task System_SeenAgainUnchanged_TellsWhenUnderTheSameSequence()
    {
        var first = await shared.Host.See(102, Systems.Noon, 0.6m);
        await shared.Host.See(102, Systems.Noon.AddMinutes(7), 0.6m);

        var system = await Get($"{Api}/systems/102");

        Assert.Equal("2026-11-20T12:07:00Z", system.GetProperty("lastSeen").GetString());
        Assert.True(system.GetProperty("sequence").GetInt64() >= first);
    }

    [Fact]
    public async Task Factions_OfASystem_AreAllInOneAnswer()
    {
        await shared.Host.See(103, Systems.Noon, 0.6m);

        var factions = await Get($"{Api}/systems/103/factions");

        Assert.Equal(["systemAddress", "name", "observedAt", "factions"], factions.EnumerateObject().Select(member => member.Name));
        Assert.Equal(3, factions.GetProperty("factions").GetArrayLength());
    }

    [Fact]
    public async Task SystemsAndFactions_AreFoundByNameInAnyCase()
    {
        await shared.Host.See(104, Systems.Noon, 0.6m);
        await shared.Host.Delivered(shared.Host.System(104));

        var named = await Get($"{Api}/systems?name=rANA%20104");
        var ruled = await Get($"{Api}/factions/rana%20104%20COUNCIL/systems");

        OrderedJson.Same("""{"systems":[{"systemAddress":104,"name":"Rana 104"}]}""", named, "named");
        Assert.Equal("Rana 104 Council", ruled.GetProperty("faction").GetString());
        var presence = Assert.Single(ruled.GetProperty("systems").EnumerateArray());
        Assert.Equal(
            ["systemAddress", "system", "influence", "isControlling", "state", "activeStates", "pendingStates", "recoveringStates", "population", "observedAt"],
            presence.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("Rana 104", "0.6", true), (
            presence.GetProperty("system").GetString(),
            presence.GetProperty("influence").GetRawText(),
            presence.GetProperty("isControlling").GetBoolean()));
        OrderedJson.Same("""{"systems":[]}""", await Get($"{Api}/systems?name=nowhere"), "nowhere");
    }

    [Fact]
    public async Task Ticks_OfASystem_AreInTheFeedsForm()
    {
        await shared.Host.See(105, Systems.Noon, 0.6m);
        await shared.Host.See(105, Systems.Noon.AddHours(2), 0.62m);
        await shared.Host.See(105, Systems.Noon.AddHours(26), 0.64m, "Boom");

        var all = await Get($"{Api}/systems/105/ticks");
        var one = await Get($"{Api}/systems/105/ticks?limit=1");
        var rest = await Get($"{Api}/systems/105/ticks?after={one.GetProperty("next").GetInt64()}");
        var none = await Get($"{Api}/systems/105/ticks?to=2026-01-01T00:00:00Z");
        var system = await Get($"{Api}/systems/105");

        var ticks = all.GetProperty("ticks").EnumerateArray().ToArray();
        Assert.Equal(2, ticks.Length);
        Assert.Equal(["sequence", "at", "source", "reverts", "tick"], ticks[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal("observed", ticks[0].GetProperty("source").GetString());
        Assert.Equal("120.0", ticks[0].GetProperty("tick").GetProperty("timeGapMins").GetString());
        Assert.Equal("0.02", ticks[0].GetProperty("tick").GetProperty("metrics").GetProperty("cmfInfDrop").GetRawText());
        Assert.True(ticks[1].GetProperty("tick").GetProperty("metrics").GetProperty("stateChange").GetBoolean());
        Assert.Equal(JsonValueKind.Null, all.GetProperty("next").ValueKind);
        Assert.Equal(ticks[0].GetRawText(), Assert.Single(one.GetProperty("ticks").EnumerateArray()).GetRawText());
        Assert.Equal(ticks[1].GetRawText(), Assert.Single(rest.GetProperty("ticks").EnumerateArray()).GetRawText());
        Assert.Equal(0, none.GetProperty("ticks").GetArrayLength());
        Assert.Equal(ticks[1].GetProperty("tick").GetRawText(), system.GetProperty("lastTick").GetRawText());
    }

    [Fact]
    public async Task Influence_OverTime_HasOneValueForEachTimeAndFaction()
    {
        await shared.Host.See(106, Systems.Noon, 0.6m);
        await shared.Host.See(106, Systems.Noon.AddHours(1), 0.6m, "Boom");
        await shared.Host.See(106, Systems.Noon.AddHours(2), 0.62m, "Boom");

        var influence = await Get($"{Api}/systems/106/influence");

        OrderedJson.Same(
            """
            {"systemAddress":106,"name":"Rana 106","times":["2026-11-20T12:00:00Z","2026-11-20T14:00:00Z"],
             "factions":[{"name":"Rana 106 Council","influence":[0.6,0.62]},{"name":"Rana 106 Mining Co","influence":[0.3,0.28]},
              {"name":"Bluestar PMC","influence":[0.1,0.1]}]}
            """,
            influence,
            "influence");
    }

    [Fact]
    public async Task Event_OfATick_HoldsTheFeedsMessageAndTheObservation()
    {
        await shared.Host.See(107, Systems.Noon, 0.6m);
        await shared.Host.See(107, Systems.Noon.AddHours(2), 0.62m);

        var events = (await Get($"{Api}/systems/107/events")).GetProperty("events").EnumerateArray().ToArray();

        Assert.Equal("starsystems/107", events[0].GetProperty("topic").GetString());
        Assert.Equal("systemObserved", events[0].GetProperty("event").GetProperty("type").GetString());
        var ticked = events.Select(envelope => envelope.GetProperty("event")).First(fact => fact.GetProperty("type").GetString() == "systemTicked");
        Assert.Equal("notYetImplemented", ticked.GetProperty("tick").GetProperty("schema").GetString());
        Assert.Equal("observed", ticked.GetProperty("source").GetString());
        Assert.Equal("2026-11-20T14:00:00Z", ticked.GetProperty("observation").GetProperty("observedAt").GetString());
    }

    [Fact]
    public async Task Events_OfTheWholeSystem_TellTheirTopics()
    {
        await shared.Host.See(108, Systems.Noon, 0.6m);
        await shared.Host.Delivered(shared.Host.System(108));

        var topics = (await Get($"{Api}/starsystems/events?limit=1000")).GetProperty("events").EnumerateArray().Select(fact => fact.GetProperty("topic").GetString());

        Assert.Superset(new HashSet<string?> { "starsystems/108", "starsystems/name/rana 108", "starsystems/faction/rana 108 council" }, topics.ToHashSet());
    }

    [Theory]
    [InlineData("/systems/x", 400, "address")]
    [InlineData("/systems/0", 400, "address")]
    [InlineData("/systems/-5", 400, "address")]
    [InlineData("/systems/99999999999999999999", 400, "address")]
    [InlineData("/systems/999", 404, "address")]
    [InlineData("/systems/999?at=yesterday", 400, "at")]
    [InlineData("/systems/999?at=2026-05-01T12:00:00Z", 404, "address")]
    [InlineData("/systems/999/factions", 404, "address")]
    [InlineData("/systems/999/ticks", 404, "address")]
    [InlineData("/systems/999/ticks?limit=0", 400, "limit")]
    [InlineData("/systems/999/ticks?after=-1", 400, "after")]
    [InlineData("/systems/999/ticks?from=2026-05-01T12:00:00Z&to=2026-04-01T12:00:00Z", 400, "to")]
    [InlineData("/systems/999/influence", 404, "address")]
    [InlineData("/systems/999/influence?from=x", 400, "from")]
    [InlineData("/systems/999/influence?from=2020-05-01T12:00:00Z", 400, "from")]
    [InlineData("/systems/999/events", 404, "address")]
    [InlineData("/systems/999/stream", 404, "address")]
    [InlineData("/systems", 400, "name")]
    [InlineData("/systems?name=%20", 400, "name")]
    [InlineData("/systems?name=a%00b", 400, "name")]
    [InlineData("/factions/nobody/systems", 404, "name")]
    [InlineData("/starsystems/events?after=x", 400, "after")]
    [InlineData("/stream/ticks?topic=Weather", 400, "topic")]
    [InlineData("/galaxy/ticks?from=2020-05-01T12:00:00Z", 400, "from")]
    [InlineData("/galaxy/ticks?to=x", 400, "to")]
    [InlineData("/galaxy?at=x", 400, "at")]
    public async Task Request_WithAWrongOrUnknownValue_IsAProblemNamingTheField(string path, int status, string field)
    {
        var response = await shared.Host.Client.GetAsync(Api + path);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(field, problem.GetProperty("field").GetString());
    }

    [Fact]
    public async Task OpenApi_DescribesTheFeedsMessage()
    {
        var document = await Get("/openapi/v1.json");

        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                "/galtick.json", "/api/v1/systems", "/api/v1/systems/{address}", "/api/v1/systems/{address}/ticks", "/api/v1/systems/{address}/influence",
                "/api/v1/systems/{address}/factions", "/api/v1/systems/{address}/events", "/api/v1/systems/{address}/stream", "/api/v1/factions/{name}/systems",
                "/api/v1/galaxy", "/api/v1/galaxy/tick", "/api/v1/galaxy/ticks", "/api/v1/galaxy/events", "/api/v1/galaxy/stream", "/api/v1/stream/ticks",
                "/api/v1/starsystems/events",
            },
            paths);
        var metrics = document.GetProperty("components").GetProperty("schemas").GetProperty("TickMetricsMessage").GetProperty("properties");
        Assert.True(metrics.TryGetProperty("BGSActivityEstimate", out _));
        Assert.True(metrics.TryGetProperty("atRiskNNFactions", out _));
    }

    private async Task<JsonElement> Get(string path)
    {
        var response = await shared.Host.Client.GetAsync(path);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
