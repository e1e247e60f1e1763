using System.Net;
using System.Text.Json.Nodes;

namespace OrleansGameState.EndToEnd;

/// <summary>The server as it runs against EDDN and a Tick Detector, both played by the test.</summary>
public sealed class StarSystemFeedTests
{
    private const long Eddie = 5_000_000_000_077;
    private const long Relayed = 5_000_000_000_078;

    [Fact]
    public async Task Relays_BringTheServerItsSystemsAndTheirTicks()
    {
        using var eddn = new Relay();
        using var detector = new Relay();
        await using var server = await GameStateServer.Start(("Ingestors:StarSystems:EddnEndpoint", eddn.Endpoint), ("Ingestors:StarSystems:TickDetectorEndpoint", detector.Endpoint));
        var now = TimeProvider.System.GetUtcNow();

        // Who is not subscribed yet does not hear it: it is said again until it was heard. A repeat changes nothing.
        await Bound.Eventually(() => Told(() => eddn.SendJump(Eddie, "Eddie's Rest", now.AddMinutes(-60), 0.2, "Boom"), server, Eddie), status => status == HttpStatusCode.OK);
        await Bound.Eventually(() => Told(() => detector.Send("SystemTick", Tick(now)), server, Relayed), status => status == HttpStatusCode.OK);
        detector.Send("HeartBeat", new JsonObject { ["status"] = "online" });
        eddn.SendJump(Eddie, "Eddie's Rest", now.AddMinutes(-30), 0.25, "Bust");

        var seen = await Bound.Eventually(() => server.Get($"api/v1/systems/{Eddie}"), system => system["lastTick"] is not null);
        Assert.Equal(("Either", true, "30.0"), ((string?)seen["lastTick"]!["metrics"]!["tickPass"], (bool?)seen["lastTick"]!["metrics"]!["stateChange"], (string?)seen["lastTick"]!["timeGapMins"]));
        Assert.Equal("Eddie's Rest Holdings", (string?)seen["controllingFaction"]);
        var relayed = await server.Get($"api/v1/systems/{Relayed}");
        Assert.Equal(("Far Lantern", "rainy"), ((string?)relayed["name"], (string?)relayed["lastTick"]!["weather"]));
        var galaxy = await Bound.Eventually(() => server.Get("api/v1/galaxy"), galaxy => galaxy["feeds"]!.AsArray().Count(feed => (long?)feed!["accepted"] > 0) == 2);
        Assert.All(galaxy["feeds"]!.AsArray(), feed => Assert.Equal(("live", null), ((string?)feed!["mode"], (string?)feed["degradedSince"])));
    }

    private static Task<HttpStatusCode> Told(Action tell, GameStateServer server, long systemAddress)
    {
        tell();
        return server.Status($"api/v1/systems/{systemAddress}");
    }

    private static JsonObject Tick(DateTimeOffset at) => new()
    {
        ["system"] = "Far Lantern",
        ["systemAddress"] = $"{Relayed}",
        ["timeGapMins"] = "12.5",
        ["timestamp"] = at.AddMinutes(-5).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["weather"] = "rainy",
        ["metrics"] = new JsonObject { ["tickPass"] = "Inf", ["infChange"] = true, ["cmfName"] = "Far Lantern Holdings", ["cmfInf"] = 0.5 },
    };
}
