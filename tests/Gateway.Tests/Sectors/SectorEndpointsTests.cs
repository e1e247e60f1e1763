using System.Net;
using System.Text.Json;
using OrleansGameState.Gateway.Tests.StarSystems;

namespace OrleansGameState.Gateway.Tests.Sectors;

[Collection(SharedGateway.Name)]
public sealed class SectorEndpointsTests(SharedGateway shared)
{
    [Fact]
    public async Task Sector_WithAPlayerAndAShip_IsInTheSpecificationsShape()
    {
        var universe = await Universe.Make(shared.Host, "http1");
        await universe.LogIn("p1", startSector: "3");
        await universe.Settled("p1");

        var sector = await universe.Get("/sectors/3");

        Assert.Equal(
            ["universe", "sector", "sequence", "asOf", "name", "type", "hazardLevel", "defenses", "beacon", "ports", "planets", "neighbours", "tunnels", "isStub", "isCharted",
                "players_present", "ships_present"],
            sector.EnumerateObject().Select(member => member.Name));
        var arrived = sector.GetProperty("players_present")[0].GetProperty("arrived_at").GetString();
        Assert.Matches("^[0-9-]{10}T[0-9:]{8}\\.[0-9]{3}Z$", arrived);
        OrderedJson.Same(
            $$"""[{"player_id":"p1","username":"Captain p1","ship_id":"ship-p1","ship_name":"Quickstrike","ship_type":"FAST_COURIER","team_id":null,"arrived_at":"{{arrived}}"}]""",
            sector.GetProperty("players_present"),
            "players");
        OrderedJson.Same(
            """[{"ship_id":"hulk","ship_name":"Hulk","ship_type":"BARGE","pilot_id":null},{"ship_id":"ship-p1","ship_name":"Quickstrike","ship_type":"FAST_COURIER","pilot_id":"p1"}]""",
            sector.GetProperty("ships_present"),
            "ships");
        OrderedJson.Same("""[{"to":"2","turnCost":50}]""", sector.GetProperty("neighbours"), "neighbours");
        OrderedJson.Same("""[{"to":"5","turnCost":1}]""", sector.GetProperty("tunnels"), "tunnels");
        Assert.Equal("Here be dragons", sector.GetProperty("beacon").GetString());
    }

    [Fact]
    public async Task Player_LoggedInFirstAndAgain_IsMadeAndThenTaken()
    {
        var universe = await Universe.Make(shared.Host, "http2");
        const string Body = """{"username":"Captain Foo","team":"red","ship":{"id":7,"name":"Quickstrike","type":"FAST_COURIER"},"turns":9,"session":"s-1"}""";

        var (first, player) = await universe.Send("PUT", "/players/foo", Body);
        var (again, same) = await universe.Send("PUT", "/players/foo", Body);

        Assert.Equal((201, 200), (first, again));
        Assert.Equal(player.GetProperty("sequence").GetInt64(), same.GetProperty("sequence").GetInt64());
        Assert.Equal(
            ["universe", "player", "sequence", "asOf", "username", "team", "ship", "sector", "isPresent", "isActive", "isDocked", "isLanded", "port", "planet", "turns",
                "lastActivityAt", "arrivedAt", "awaySince", "session", "aria"],
            player.EnumerateObject().Select(member => member.Name));
        OrderedJson.Same("""{"id":"7","name":"Quickstrike","type":"FAST_COURIER"}""", player.GetProperty("ship"), "ship");
        Assert.Equal(("1", 9, "s-1"), (player.GetProperty("sector").GetString(), player.GetProperty("turns").GetInt32(), player.GetProperty("session").GetProperty("id").GetString()));
        OrderedJson.Same("""{"totalInteractions":0,"consciousnessLevel":1}""", player.GetProperty("aria"), "aria");
        Assert.Equal(player.GetRawText(), (await universe.Get("/players/foo")).GetRawText());
    }

    [Fact]
    public async Task Move_WithTheSameIdAgain_HasTheSameAnswer()
    {
        var universe = await Universe.Make(shared.Host, "http3");
        await universe.LogIn("other", startSector: "2");
        await universe.LogIn("p1");
        await universe.Settled("other");

        var (status, moved) = await universe.Move("p1", "2", "m-1");
        var (again, repeated) = await universe.Move("p1", "2", "m-1");

        Assert.Equal((200, 200), (status, again));
        Assert.Equal(
            ["moveId", "from", "to", "via", "turnCost", "turnsLeft", "arrivedAt", "isRepeat", "aria", "tunnel", "tunnelEvents", "encounters", "sequence"],
            moved.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("1", "2", "warp", 19), (
            moved.GetProperty("from").GetString(), moved.GetProperty("to").GetString(), moved.GetProperty("via").GetString(), moved.GetProperty("turnsLeft").GetInt32()));
        Assert.False(moved.GetProperty("isRepeat").GetBoolean());
        Assert.True(repeated.GetProperty("isRepeat").GetBoolean());
        Assert.Equal(moved.GetProperty("sequence").GetInt64(), repeated.GetProperty("sequence").GetInt64());
        OrderedJson.Same("""{"totalInteractions":1,"consciousnessLevel":1,"leveledUp":false}""", moved.GetProperty("aria"), "aria");
        var encounters = moved.GetProperty("encounters");
        Assert.Equal(["type", "players", "threat_level"], encounters[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal(("players", "varies", "other"), (
            encounters[0].GetProperty("type").GetString(), encounters[0].GetProperty("threat_level").GetString(), encounters[0].GetProperty("players")[0].GetProperty("player_id").GetString()));
        OrderedJson.Same("""{"type":"sector_hazard","hazard":"NEBULA","threat_level":"high"}""", encounters[1], "hazard");
        OrderedJson.Same("""{"type":"drones","count":12,"threat_level":"medium"}""", encounters[2], "drones");
        Assert.Equal("2", (await universe.Get("/players/p1")).GetProperty("sector").GetString());
    }

    [Fact]
    public async Task Move_ThroughTunnels_TellsOfThemAndOfTheirEnd()
    {
        var universe = await Universe.Make(shared.Host, "http4");
        await universe.LogIn("p1");
        await universe.LogIn("p2");
        await universe.LogIn("p3");
        await universe.LogIn("p4", startSector: "2");

        var first = (await universe.Move("p1", "4", "m-1")).Body;
        var second = (await universe.Move("p2", "4", "m-1")).Body;
        var (status, third) = await universe.Move("p3", "4", "m-1");
        var shaken = (await universe.Move("p4", "5", "m-1")).Body;
        await universe.Settled("p1");
        await universe.Settled("p2");
        var tunnel = await universe.Get("/tunnels/1/4");

        OrderedJson.Same("""{"type":"NATURAL","stability":0.9,"usesLeft":1}""", first.GetProperty("tunnel"), "tunnel");
        OrderedJson.Same("""[{"type":"tunnel_degradation"}]""", first.GetProperty("tunnelEvents"), "first");
        Assert.Equal("tunnel_collapse", second.GetProperty("tunnelEvents").EnumerateArray().Last().GetProperty("type").GetString());
        Assert.Equal((409, "COLLAPSED"), (status, third.GetProperty("code").GetString()));
        OrderedJson.Same("""{"type":"radiation_exposure","severity":"high"}""", shaken.GetProperty("tunnelEvents")[0], "radiation");
        Assert.Equal(
            ["universe", "from", "to", "type", "stability", "status", "turnCost", "maxUses", "currentUses", "reserved", "usesLeft", "isCharted", "sequence", "asOf"],
            tunnel.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("COLLAPSED", 2, 0, 0), (
            tunnel.GetProperty("status").GetString(), tunnel.GetProperty("currentUses").GetInt32(), tunnel.GetProperty("reserved").GetInt32(), tunnel.GetProperty("usesLeft").GetInt32()));
        var events = (await universe.Get("/tunnels/1/4/events")).GetProperty("events").EnumerateArray().Select(told => told.GetProperty("event").GetProperty("type").GetString()).ToArray();
        Assert.Equal(1, events.Count(type => type == "tunnel.collapsed"));
        Assert.Equal(2, events.Count(type => type == "tunnel.used"));
    }

    [Fact]
    public async Task Commands_ThatTheRulesRefuse_SayWhy()
    {
        var universe = await Universe.Make(shared.Host, "http5");
        await universe.LogIn("p1");
        await universe.LogIn("p2", startSector: "3");
        await universe.LogIn("p3", startSector: "2", turns: 5);
        await universe.LogIn("out");
        await universe.Send("POST", "/players/out/logout", null);

        await Refused(universe.Move("p1", "3", "m-1"), 409, "not-adjacent", "to");
        await Refused(universe.Move("p1", "1", "m-2"), 409, "already-there", "to");
        await Refused(universe.Move("p1", "9", "m-3"), 404, "unknown-sector", "to");
        await Refused(universe.Move("p1", "2", "m-1"), 422, "move-id-reused", "moveId");
        await Refused(universe.Move("p2", "5", "m-1"), 409, "tunnel-closed", "to");
        await Refused(universe.Move("p3", "3", "m-1"), 409, "no-turns", null);
        await Refused(universe.Move("out", "2", "m-1"), 409, "logged-out", null);
        await Refused(universe.Move("nobody", "2", "m-1"), 404, "unknown-player", null);
        await Refused(universe.Send("POST", "/players/nobody/heartbeat", null), 404, "unknown-player", null);
        await Refused(universe.Send("POST", "/players/p1/dock", """{"port":"p-9"}"""), 404, "unknown-port", "port");
        await Refused(universe.Send("POST", "/players/p1/teleports", """{"from":"4","to":"5"}""", GatewayHost.AdminKey), 409, "not-there", "from");
        await Refused(universe.Send("PUT", "/players/new", """{"username":"x","ship":{"id":1},"startSector":"77"}"""), 404, "unknown-sector", "startSector");
        await Refused(new Universe(shared.Host, "http5none").Send("PUT", "/players/new", """{"username":"x","ship":{"id":1}}"""), 404, "unknown-universe", null);
        await Refused(new Universe(shared.Host, "http5none").Send("POST", "/sweep", null, GatewayHost.AdminKey), 404, "unknown-universe", "universe");
    }

    [Fact]
    public async Task Rest_AtPortsAndPlanets_EndsWithAMove()
    {
        var universe = await Universe.Make(shared.Host, "http6");
        await universe.LogIn("p1");

        var docked = (await universe.Send("POST", "/players/p1/dock", """{"port":"p-1"}""")).Body;
        await Refused(universe.Send("POST", "/players/p1/land", """{"planet":"e-1"}"""), 409, "docked", null);
        var undocked = (await universe.Send("POST", "/players/p1/undock", "{}")).Body;
        var landed = (await universe.Send("POST", "/players/p1/land", """{"planet":"e-1"}""")).Body;
        await Refused(universe.Send("POST", "/players/p1/dock", """{"port":"p-1"}"""), 409, "landed", null);
        var up = (await universe.Send("POST", "/players/p1/takeoff", null)).Body;
        await universe.Send("POST", "/players/p1/dock", """{"port":"p-1"}""");
        await universe.Move("p1", "2", "m-1");
        var moved = await universe.Get("/players/p1");

        Assert.Equal((true, "p-1"), (docked.GetProperty("isDocked").GetBoolean(), docked.GetProperty("port").GetString()));
        Assert.False(undocked.GetProperty("isDocked").GetBoolean());
        Assert.Equal((true, "e-1"), (landed.GetProperty("isLanded").GetBoolean(), landed.GetProperty("planet").GetString()));
        Assert.False(up.GetProperty("isLanded").GetBoolean());
        Assert.Equal((false, JsonValueKind.Null), (moved.GetProperty("isDocked").GetBoolean(), moved.GetProperty("port").ValueKind));
    }

    [Fact]
    public async Task Teleport_ByAnAdmin_PutsThePlayerElsewhereAndAgainChangesNothing()
    {
        var universe = await Universe.Make(shared.Host, "http7");
        await universe.LogIn("p1");

        var (status, player) = await universe.Send("POST", "/players/p1/teleports", """{"from":1,"to":5}""", GatewayHost.AdminKey);
        var (_, again) = await universe.Send("POST", "/players/p1/teleports", """{"from":1,"to":5}""", GatewayHost.AdminKey);

        Assert.Equal((200, "5"), (status, player.GetProperty("sector").GetString()));
        Assert.Equal(player.GetProperty("sequence").GetInt64(), again.GetProperty("sequence").GetInt64());
    }

    [Theory]
    [InlineData("PUT", "/players/p1", GatewayHost.AdminKey)]
    [InlineData("POST", "/players/p1/moves", GatewayHost.AdminKey)]
    [InlineData("POST", "/players/p1/heartbeat", GatewayHost.AdminKey)]
    [InlineData("POST", "/players/p1/logout", GatewayHost.AdminKey)]
    [InlineData("POST", "/players/p1/dock", GatewayHost.AdminKey)]
    [InlineData("POST", "/players/p1/undock", GatewayHost.AdminKey)]
    [InlineData("POST", "/players/p1/land", GatewayHost.AdminKey)]
    [InlineData("POST", "/players/p1/takeoff", GatewayHost.AdminKey)]
    [InlineData("POST", "/import", GatewayHost.AdminKey)]
    [InlineData("POST", "/players/p1/teleports", GatewayHost.GameKey)]
    [InlineData("POST", "/sweep", GatewayHost.GameKey)]
    public async Task Command_WithoutItsScope_IsNotDone(string method, string path, string wrong)
    {
        var universe = new Universe(shared.Host, "http8");

        Assert.Equal(401, (await universe.Send(method, path, "not json", key: null)).Status);
        Assert.Equal(403, (await universe.Send(method, path, "not json", wrong)).Status);
    }

    [Theory]
    [InlineData("PUT", "/players/p1", """{"ship":{"id":1}}""", "username")]
    [InlineData("PUT", "/players/p1", """{"username":"x"}""", "ship")]
    [InlineData("PUT", "/players/p1", """{"username":"x","ship":{"name":"y"}}""", "ship.id")]
    [InlineData("PUT", "/players/p1", """{"username":"x","ship":{"id":1,"colour":"red"}}""", "ship.colour")]
    [InlineData("PUT", "/players/p1", """{"username":7,"ship":{"id":1}}""", "username")]
    [InlineData("PUT", "/players/p1", """{"username":"x","ship":{"id":1},"turns":-1}""", "turns")]
    [InlineData("PUT", "/players/p1", """{"username":"x","ship":{"id":1},"rank":1}""", "rank")]
    [InlineData("POST", "/players/p1/moves", """{"to":"2"}""", "moveId")]
    [InlineData("POST", "/players/p1/moves", """{"moveId":"m"}""", "to")]
    [InlineData("POST", "/players/p1/moves", """{"to":"a b","moveId":"m"}""", "to")]
    [InlineData("POST", "/players/p1/moves", """{"to":2.5,"moveId":"m"}""", "to")]
    [InlineData("POST", "/players/p1/moves", """{"to":"2","moveId":"m","via":"foot"}""", "via")]
    [InlineData("POST", "/players/p1/moves", """["to"]""", "")]
    [InlineData("POST", "/players/p1/moves", "", "")]
    [InlineData("POST", "/players/p1/dock", "{}", "port")]
    [InlineData("POST", "/players/p1/land", """{"planet":true}""", "planet")]
    [InlineData("POST", "/players/p1/heartbeat", """{"at":"now"}""", "at")]
    [InlineData("POST", "/players/p%20x/heartbeat", null, "player")]
    [InlineData("POST", "/import?danglingLinks=yes", "{}", "danglingLinks")]
    [InlineData("POST", "/import", """{"sectors":[{"id":1},{"id":""}]}""", "sectors[1].id")]
    [InlineData("GET", "/sectors/%2e%2e%2f", null, "sector")]
    [InlineData("GET", "/sectors/1/scan?depth=6", null, "depth")]
    [InlineData("GET", "/path?from=1", null, "to")]
    [InlineData("GET", "/path?from=1&to=2&avoid=3,%21", null, "avoid")]
    [InlineData("GET", "/players/p1/away?since=yesterday", null, "since")]
    [InlineData("GET", "/sectors/1/events?limit=0", null, "limit")]
    [InlineData("GET", "/sectors/1?at=now", null, "at")]
    public async Task Request_ThatCannotBeMeant_NamesTheField(string method, string path, string? body, string field)
    {
        var (status, problem) = await new Universe(shared.Host, "http9").Send(method, path, body);

        Assert.Equal((400, field), (status, problem.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Body_OfACommand_IsBounded()
    {
        var (status, _) = await new Universe(shared.Host, "http9").Send("POST", "/players/p1/moves", new string(' ', 17 * 1024));

        Assert.Equal((int)HttpStatusCode.RequestEntityTooLarge, status);
    }

    [Theory]
    [InlineData("/sectors/1")]
    [InlineData("/sectors/1/events")]
    [InlineData("/sectors/1/stream")]
    [InlineData("/sectors/1/scan")]
    [InlineData("/path?from=1&to=2")]
    [InlineData("/players/p1")]
    [InlineData("/players/p1/events")]
    [InlineData("/players/p1/stream")]
    [InlineData("/players/p1/away")]
    [InlineData("/tunnels/1/2")]
    [InlineData("/tunnels/1/2/events")]
    [InlineData("/tunnels/1/2/stream")]
    [InlineData("")]
    [InlineData("/events")]
    [InlineData("/stream")]
    [InlineData("/map")]
    [InlineData("/presence")]
    [InlineData("/export")]
    public async Task Read_OfWhatNobodyToldOf_IsNotFound(string path) =>
        Assert.Equal(404, (await new Universe(shared.Host, "http-nowhere").Send("GET", path, null, null)).Status);

    [Fact]
    public async Task Sector_AskedAgainOrOfThePast_IsToldByItsSequence()
    {
        var universe = await Universe.Make(shared.Host, "http10");
        await universe.LogIn("p1");
        await universe.Settled("p1");
        var before = await universe.Get("/sectors/1");

        using var request = new HttpRequestMessage(HttpMethod.Get, $"{universe.Api}/sectors/1");
        using var first = await shared.Host.Client.GetAsync(new Uri($"{universe.Api}/sectors/1", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await shared.Host.Client.SendAsync(request);
        await universe.Move("p1", "2", "m-1");
        await universe.Settled("p1");
        var past = await universe.Get($"/sectors/1?at={Uri.EscapeDataString(before.GetProperty("asOf").GetString()!)}");
        var now = await universe.Get("/sectors/1");

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(before.GetRawText(), past.GetRawText());
        Assert.Equal(0, now.GetProperty("players_present").GetArrayLength());
    }

    [Fact]
    public async Task Events_OfAMove_AreTheSpecificationsBroadcasts()
    {
        var universe = await Universe.Make(shared.Host, "http11");
        await universe.LogIn("p1");
        await universe.Move("p1", "2", "m-1");
        await universe.Settled("p1");

        var left = (await universe.Get("/sectors/1/events")).GetProperty("events").EnumerateArray().Last();
        var joined = (await universe.Get("/sectors/2/events")).GetProperty("events").EnumerateArray().Last();
        var all = await universe.Get("/../../sectors/events?limit=1000");

        Assert.Equal("sectors/http11/1", left.GetProperty("topic").GetString());
        Assert.Equal(["type", "sector_id", "player"], left.GetProperty("event").EnumerateObject().Select(member => member.Name));
        Assert.Equal(("sector.player_left", 1), (left.GetProperty("event").GetProperty("type").GetString(), left.GetProperty("event").GetProperty("sector_id").GetInt32()));
        Assert.Equal(("sector.player_joined", 2), (joined.GetProperty("event").GetProperty("type").GetString(), joined.GetProperty("event").GetProperty("sector_id").GetInt32()));
        Assert.Equal("p1", joined.GetProperty("event").GetProperty("player").GetProperty("player_id").GetString());
        Assert.True(all.GetProperty("events").GetArrayLength() > 0);
    }

    [Fact]
    public async Task Scan_OfANeighbourhood_HasTheNearestFirstWithWhoIsThere()
    {
        var universe = await Universe.Make(shared.Host, "http12");
        await universe.LogIn("p1", startSector: "2");
        await universe.Settled("p1");

        var scan = await universe.Get("/sectors/1/scan?depth=2");
        var near = await universe.Get("/sectors/1/scan?depth=0");

        Assert.Equal(["universe", "sector", "depth", "mapVersion", "sectors"], scan.EnumerateObject().Select(member => member.Name));
        var found = scan.GetProperty("sectors").EnumerateArray().ToArray();
        Assert.Equal(["1:0", "2:1", "4:1", "3:2", "5:2"], found.Select(sector => $"{sector.GetProperty("sector").GetString()}:{sector.GetProperty("distance").GetInt32()}"));
        Assert.Equal("distance", found[0].EnumerateObject().First().Name);
        Assert.Equal("p1", found[1].GetProperty("players_present")[0].GetProperty("player_id").GetString());
        Assert.Equal(1, near.GetProperty("sectors").GetArrayLength());
    }

    [Fact]
    public async Task Path_ByTurns_AvoidsWhatItIsToldTo()
    {
        var universe = await Universe.Make(shared.Host, "http13");

        var path = await universe.Get("/path?from=1&to=5");
        await Refused(universe.Send("GET", "/path?from=1&to=5&avoid=2", null), 404, "no-path", "to");
        await Refused(universe.Send("GET", "/path?from=1&to=77", null), 404, "unknown-sector", "to");

        OrderedJson.Same(
            $$"""{"from":"1","to":"5","turns":2,"mapVersion":{{path.GetProperty("mapVersion")}},"steps":[{"to":"2","via":"warp","turnCost":1},{"to":"5","via":"tunnel","turnCost":1}]}""",
            path,
            "path");
    }

    [Fact]
    public async Task Presence_AfterAnAcknowledgedMove_HasEachPlayerOnce()
    {
        var universe = await Universe.Make(shared.Host, "http14");
        await universe.LogIn("p1");
        await universe.LogIn("p2");
        await universe.Move("p2", "2", "m-1");

        var presence = await universe.Get("/presence");

        Assert.Equal(["universe", "at", "count", "players"], presence.EnumerateObject().Select(member => member.Name));
        Assert.Equal(2, presence.GetProperty("count").GetInt32());
        var players = presence.GetProperty("players").EnumerateArray().ToArray();
        Assert.Equal(["player", "sequence", "sector", "isActive", "entry"], players[0].EnumerateObject().Select(member => member.Name));
        Assert.Equal(["p1:1", "p2:2"], players.Select(player => $"{player.GetProperty("player").GetString()}:{player.GetProperty("sector").GetString()}"));
        Assert.Equal("ship-p2", players[1].GetProperty("entry").GetProperty("ship_id").GetString());
    }

    [Fact]
    public async Task Away_InASector_TellsWhoCameSince()
    {
        var universe = await Universe.Make(shared.Host, "http15");
        var player = await universe.LogIn("p1", startSector: "2");
        await universe.Settled("p1");
        await universe.LogIn("p2");
        await universe.Move("p2", "2", "m-1");
        await universe.Settled("p2");

        var away = await universe.Get($"/players/p1/away?since={Uri.EscapeDataString(player.GetProperty("arrivedAt").GetString()!)}");
        var sinceNow = await universe.Get("/players/p1/away?since=2100-01-01T00:00:00Z");

        Assert.Equal(["sector", "since", "events", "oldest", "latest"], away.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2", away.GetProperty("sector").GetString());
        Assert.Contains(away.GetProperty("events").EnumerateArray(), told => told.GetProperty("event").GetRawText().Contains("\"player_id\":\"p2\"", StringComparison.Ordinal));
        Assert.Equal(0, sinceNow.GetProperty("events").GetArrayLength());
    }

    [Fact]
    public async Task OpenApi_HasEveryPath()
    {
        var document = JsonDocument.Parse(await shared.Host.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative))).RootElement;

        var paths = document.GetProperty("paths").EnumerateObject().Where(path => path.Name.StartsWith("/api/v1/universes", StringComparison.Ordinal)).ToArray();

        Assert.True(paths.Length >= 25, string.Join('\n', paths.Select(path => path.Name)));
        Assert.All(paths.SelectMany(path => path.Value.EnumerateObject()), operation => Assert.True(operation.Value.TryGetProperty("summary", out _)));
    }

    private static async Task Refused(Task<(int Status, JsonElement Body)> sent, int status, string code, string? field)
    {
        var answer = await sent;
        Assert.True(answer.Status == status, $"{code}: {answer.Status} {answer.Body}");
        Assert.Equal((code, field), (answer.Body.GetProperty("code").GetString(), answer.Body.GetProperty("field").GetString()));
    }
}
