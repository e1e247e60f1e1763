using System.Collections.Immutable;
using System.Text.Json.Nodes;
using OrleansGameState.EndToEnd.Fakes;

namespace OrleansGameState.EndToEnd;

/// <summary>The server as it runs against the game, with the game's services played by the test.</summary>
public sealed class LiveFeedTests
{
    private const string ZonePath = "api/v1/territory/worlds/10/zones/2";

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static readonly string[] Garbage =
    [
        "",
        "{",
        "null",
        "[]",
        "\u0000\u0001\u0002",
        "{\"payload\":7,\"service\":\"event\",\"type\":\"serviceMessage\"}",
        "{\"payload\":{\"event_name\":\"FacilityControl\"},\"service\":\"event\",\"type\":\"serviceMessage\"}",
        "{\"payload\":{\"event_name\":\"FacilityControl\",\"facility_id\":\"x\",\"new_faction_id\":\"9\",\"old_faction_id\":\"-1\",\"timestamp\":\"soon\",\"world_id\":\"10\",\"zone_id\":\"2\"},\"service\":\"event\",\"type\":\"serviceMessage\"}",
        new('[', 5000),
    ];

    [SkippableFact]
    public async Task RecordedFrames_AmongGarbage_GiveTheRightOwners()
    {
        var recorded = Path.GetFullPath(Path.Combine(Places.Repository, "..", "shared", "samples", "territory", "stream_frames.jsonl"));
        Skip.IfNot(File.Exists(recorded), $"The recorded frames are not part of the repository and not at {recorded}.");
        var frames = await File.ReadAllLinesAsync(recorded);
        await using var push = await PushService.Start();
        await using var server = await GameStateServer.Start(
            ("Ingestors:Territory:StreamUrl", push.StreamUrl), ("Ingestors:Territory:RestUrl", ""), ("Ingestors:Territory:ServiceId", "s:test"));

        var connection = await push.Subscribed();
        for (var i = 0; i < frames.Length; i++)
        {
            await connection.Send(Garbage[i % Garbage.Length]);
            await connection.Send(frames[i]);
        }

        Assert.Equal("?environment=ps2&service-id=s:test", connection.Query);
        foreach (var (zone, owners) in OwnersToldBy(frames))
        {
            await using var stream = await SseStream.OpenOnceKnown(server, $"api/v1/territory/worlds/{zone.World}/zones/{zone.Zone}/stream");
            var fold = new ZoneFold();
            await stream.Until(told => fold.Take(told).Owners.SequenceEqual(owners));
            Assert.Equal(owners, ZoneAnswer.OwnersOf(await server.Get($"api/v1/territory/worlds/{zone.World}/zones/{zone.Zone}")));
        }

        var refusals = await Bound.Eventually(() => Refusals(server), counted => frames.Length <= counted.Where(entry => entry.Key is not "duplicate" and not "late").Sum(entry => entry.Value));
        Assert.Contains("malformed-json", refusals.Keys);
        var metrics = await server.Http.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        Assert.Contains("reason=\"malformed-json\"", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connection_WhenBroken_LosesNothingThatThePollCanRestore()
    {
        await using var push = await PushService.Start();
        await using var rest = await RestService.Start();
        HoldByGates(rest);
        await using var server = await StartLive(push, rest);
        var connection = await push.Subscribed();
        await using var stream = await SseStream.OpenOnceKnown(server, $"{ZonePath}/stream");
        var fold = new ZoneFold();
        await stream.Until(told => fold.Take(told).Owners.Count == Continent.Regions.Count + Continent.Warpgates.Count);
        var seen = Continent.FacilityOf(Continent.Regions[0]);
        var (lostRegion, afterwards) = (Continent.Regions[2], Continent.FacilityOf(Continent.Regions[4]));

        await connection.Send(Frames.FacilityControl(seen, 1, 2, Now, outfit: "37"));
        await stream.Until(told => fold.Take(told).OwnerOf(seen) == 2);
        connection.Break();
        rest.Owners[Continent.Regions[0]] = 2;
        rest.Owners[lostRegion] = 3;
        var renewed = await push.Subscribed();
        await renewed.Send(Frames.FacilityControl(afterwards, 3, 1, Now.AddSeconds(1)));
        rest.Owners[Continent.Regions[4]] = 1;
        await stream.Until(told => fold.Take(told).OwnerOf(Continent.FacilityOf(lostRegion)) == 3 && fold.OwnerOf(afterwards) == 1);

        var zone = await server.Get(ZonePath);
        Assert.Equal(
            rest.Owners.ToImmutableSortedDictionary(owner => Continent.FacilityOf(owner.Key), owner => owner.Value),
            ZoneAnswer.OwnersOf(zone));
        var lost = FacilityOf(zone, Continent.FacilityOf(lostRegion));
        Assert.Equal("mapPoll", (string?)lost["source"]);
        Assert.InRange((int)lost["uncertaintySeconds"]!, 1, 60);
        Assert.Equal("37", (string?)FacilityOf(zone, seen)["outfitId"]);
        var world = await Bound.Eventually(() => server.Get("api/v1/territory/worlds/10"), told => (long?)told["feed"]?["reconnects"] >= 1);
        Assert.Equal("live", (string?)world["feed"]!["mode"]);
    }

    [Fact]
    public async Task PlayerCaptures_WithoutTheirFacilityControl_AreSettledByTheMajority()
    {
        await using var push = await PushService.Start();
        await using var rest = await RestService.Start();
        HoldByGates(rest);
        (rest.Characters[501], rest.Characters[502], rest.Characters[503], rest.Characters[504]) = (3, 3, 1, 4);
        await using var server = await StartLive(push, rest, pollSeconds: 300);
        var connection = await push.Subscribed();
        await using var stream = await SseStream.OpenOnceKnown(server, $"{ZonePath}/stream");
        var fold = new ZoneFold();
        await stream.Until(told => fold.Take(told).Owners.Count == Continent.Regions.Count + Continent.Warpgates.Count);
        var facility = Continent.FacilityOf(Continent.Regions[1]);

        var at = Now.AddSeconds(1);
        foreach (var character in rest.Characters.Keys.Order())
        {
            await connection.Send(Frames.PlayerFacilityCapture(facility, character, at));
        }

        await stream.Until(told => fold.Take(told).OwnerOf(facility) == 3);

        var captured = FacilityOf(await server.Get(ZonePath), facility);
        Assert.Equal("playerFacilityCapture", (string?)captured["source"]);
        Assert.Null(captured["outfitId"]);
        Assert.Equal(["501", "502", "503", "504"], captured["participants"]!.AsArray().Select(id => (string?)id).Order());
    }

    [Fact]
    public async Task MapPolls_AnsweredWithErrors_ChangeNothingAndAreCounted()
    {
        await using var push = await PushService.Start();
        await using var rest = await RestService.Start();
        HoldByGates(rest);
        await using var server = await StartLive(push, rest);
        await push.Subscribed();
        await using var stream = await SseStream.OpenOnceKnown(server, $"{ZonePath}/stream");
        var fold = new ZoneFold();
        await stream.Until(told => fold.Take(told).Owners.Count == Continent.Regions.Count + Continent.Warpgates.Count);
        var before = ZoneAnswer.Of(await server.Get(ZonePath));

        rest.MapError = """{"error":"service_unavailable"}""";
        await Bound.Eventually(() => Refusals(server), counted => counted.ContainsKey("rest-service-unavailable"));

        Assert.Equal(before, ZoneAnswer.Of(await server.Get(ZonePath)));
    }

    private static Task<GameStateServer> StartLive(PushService push, RestService rest, int pollSeconds = 5) => GameStateServer.Start(
        ("Ingestors:Territory:StreamUrl", push.StreamUrl),
        ("Ingestors:Territory:RestUrl", rest.RestUrl),
        ("Ingestors:Territory:ServiceId", "test"),
        ("Ingestors:Territory:Worlds", "10"),
        ("Ingestors:Territory:Zones", "2"),
        ("Ingestors:Territory:MapPollSeconds", $"{pollSeconds}"),
        ("Ingestors:Territory:CacheLagSeconds", "0"));

    // Each faction holds its gate and the two facilities linked to it.
    private static void HoldByGates(RestService rest)
    {
        for (var i = 0; i < Continent.Warpgates.Count; i++)
        {
            rest.Owners[Continent.Warpgates[i]] = i + 1;
            rest.Owners[Continent.Regions[i * 2]] = i + 1;
            rest.Owners[Continent.Regions[(i * 2) + 1]] = i + 1;
        }
    }

    private static JsonNode FacilityOf(JsonNode zone, int id) =>
        zone["facilities"]!.AsArray().Single(facility => (int)facility!["facilityId"]! == id)!;

    private static async Task<ImmutableSortedDictionary<string, long>> Refusals(GameStateServer server) =>
        (await server.Get("api/v1/territory/worlds/10"))["feed"]?["refusals"]?.AsObject()
            .ToImmutableSortedDictionary(entry => entry.Key, entry => (long)entry.Value!) ?? ImmutableSortedDictionary<string, long>.Empty;

    // The recorded frames are in order, and each zone's last word on a facility stands.
    private static Dictionary<(string World, string Zone), ImmutableSortedDictionary<int, int>> OwnersToldBy(IEnumerable<string> frames) => frames
        .Select(frame => JsonNode.Parse(frame)!["payload"])
        .Where(payload => (string?)payload?["event_name"] == "FacilityControl")
        .GroupBy(payload => ((string)payload!["world_id"]!, (string)payload["zone_id"]!))
        .ToDictionary(zone => zone.Key, zone => zone
            .GroupBy(payload => int.Parse((string)payload!["facility_id"]!, null))
            .ToImmutableSortedDictionary(facility => facility.Key, facility => int.Parse((string)facility.Last()!["new_faction_id"]!, null)));
}
