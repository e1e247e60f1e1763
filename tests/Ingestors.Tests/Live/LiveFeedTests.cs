using System.Net.WebSockets;
using OrleansGameState.Grains.Interfaces.Territory;
using static OrleansGameState.Ingestors.Tests.Live.SmallMap;

namespace OrleansGameState.Ingestors.Tests.Live;

/// <summary>From real sockets to the real grains.</summary>
public sealed class LiveFeedTests
{
    [SkippableFact]
    public async Task RecordedFrames_OfYearsAgo_GiveTheRightOwners()
    {
        var frames = await File.ReadAllLinesAsync(RepositoryFiles.Recorded("stream_frames.jsonl"));
        await using var push = await FakePush.StartAsync();
        await using var host = await LiveHost.StartAsync(Live(push, "1,10,13,17"));
        Assert.Equal("?environment=ps2&service-id=s:example", await push.Connected());
        await push.Received();

        await push.Send([.. frames.Where(frame => frame.Length > 0)]);

        // Two changes within one second, 0 -> 1 -> 3.
        await host.Zone(10, 282329183, zone => Owner(zone, 310612) == Faction.TerranRepublic && Owner(zone, 310088) == Faction.TerranRepublic);
        await host.Zone(10, 4, zone => Owner(zone, 287060) == Faction.VanuSovereignty && Owner(zone, 293000) == Faction.TerranRepublic && Owner(zone, 300030) == Faction.NewConglomerate);
        var captured = await host.Zone(1, 2, zone => Owner(zone, 3400) == Faction.NewConglomerate);
        Assert.Equal(37537074285186809, captured.Facilities[3400].OutfitId);
        await host.Zone(17, 2, zone => zone.LastLock is not null && zone.LastAlert?.MetagameEventId == 149);
        Assert.All([1, 10, 13, 17], worldId => Assert.Empty(host.Measures(worldId).Refusals));
    }

    [Fact]
    public async Task Garbage_IsCountedAndHarmsNothing()
    {
        await using var push = await FakePush.StartAsync();
        await using var host = await LiveHost.StartAsync(Live(push));
        await push.Connected();

        await push.Send("<html>", "[]", """{"payload":{"event_name":"FacilityControl"}}""", Control(101, 1, 9));
        await push.Send([0xFF, 0x00, 0xC3], WebSocketMessageType.Binary);
        await push.Send(Control(101, 1, 2));

        await host.Zone(10, 4, zone => Owner(zone, 101) == Faction.NewConglomerate);
        var refusals = host.Measures(10).Refusals;
        Assert.Equal((2, 1, 1, 1), (refusals["malformed-json"], refusals["unknown-frame"], refusals["missing-field"], refusals["bad-field"]));
    }

    [Fact]
    public async Task FramesThatComeTwice_AreCountedAsDuplicates()
    {
        await using var push = await FakePush.StartAsync();
        await using var host = await LiveHost.StartAsync(Live(push));
        await push.Connected();

        await push.Send(Control(101, 1, 2), Control(101, 1, 2), Control(102, 1, 3));

        await host.Zone(10, 4, zone => Owner(zone, 102) == Faction.TerranRepublic);
        Assert.Equal(1, host.Measures(10).Refusals["duplicate"]);
        var zone = await host.Zone(10, 4, _ => true);
        Assert.Equal(Faction.NewConglomerate, zone.Facilities[101].Owner);
    }

    [Fact]
    public async Task Connection_ThatIsDropped_IsMadeAnewAndSubscribed()
    {
        await using var push = await FakePush.StartAsync();
        await using var host = await LiveHost.StartAsync(Live(push));
        await push.Connected();
        var first = await push.Received();

        push.Drop();
        await push.Connected();

        Assert.Equal(first, await push.Received());
        await push.Send(Control(101, 1, 2));
        await host.Zone(10, 4, zone => Owner(zone, 101) == Faction.NewConglomerate);
        Assert.Equal(1, host.Measures(10).Reconnects);
    }

    [Fact]
    public async Task Drop_LosesNothingThatThePollRestores()
    {
        await using var push = await FakePush.StartAsync();
        await using var census = await Census(Map(1, 1, 1));
        await using var host = await LiveHost.StartAsync([.. Live(push, census: census), ("Territory:CacheLagSeconds", "0")]);
        await host.Zone(10, 4, zone => Owner(zone, 101) == Faction.VanuSovereignty);
        await push.Connected();

        push.Drop();
        census.Bodies["map"] = Map(2, 1, 3);

        var zone = await host.Zone(10, 4, zone => Owner(zone, 101) == Faction.NewConglomerate && Owner(zone, 103) == Faction.TerranRepublic);
        Assert.Equal(ChangeSource.MapPoll, zone.Facilities[101].Source);
        Assert.InRange(zone.Facilities[101].UncertaintySeconds, 5, 60);
        Assert.Equal(("Hossin", 3), (zone.Map!.Name, zone.Map.Regions.Length));
        await host.World(10, world => world.Name == "Miller");
    }

    [Fact]
    public async Task ErrorBodies_AreCountedNotBelievedAndAskedAgain()
    {
        await using var push = await FakePush.StartAsync();
        await using var census = await Census("""{"errorCode":"SERVER_ERROR"}""");
        await using var host = await LiveHost.StartAsync(Live(push, census: census));
        await census.Asked("map");
        await census.Asked("map");

        census.Bodies["map"] = Map(3, 3, 3);

        await host.Zone(10, 4, zone => Owner(zone, 101) == Faction.TerranRepublic);
        Assert.InRange(host.Measures(10).Refusals["rest-server-error"], 1, 20);
        Assert.DoesNotContain("empty-map", host.Measures(10).Refusals.Keys);
    }

    [Fact]
    public async Task PlayerCaptures_WithoutAFacilityControl_TellTheOwnerByMajority()
    {
        await using var push = await FakePush.StartAsync();
        await using var census = await Census("""{"error":"service_unavailable"}""");
        census.Bodies["character"] = """{"character_list":[{"character_id":"1","faction_id":"2"},{"character_id":"2","faction_id":"2"},{"character_id":"3","faction_id":"1"},{"character_id":"4","faction_id":"4"}],"returned":4}""";
        await using var host = await LiveHost.StartAsync(Live(push, census: census));
        await push.Connected();
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

        await push.Send([.. Enumerable.Range(1, 4).Select(id => Player(101, id, now))]);

        var zone = await host.Zone(10, 4, zone => Owner(zone, 101) == Faction.NewConglomerate);
        Assert.Equal(ChangeSource.PlayerFacilityCapture, zone.Facilities[101].Source);
        Assert.Equal([1, 2, 3, 4], zone.Facilities[101].Participants.AsEnumerable());
        var (path, query) = await census.Asked("character");
        Assert.Equal("/s:example/get/ps2:v2/character", path);
        Assert.Contains("character_id=1,2,3,4&c:show=character_id,faction_id", Uri.UnescapeDataString(query), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlayerCaptures_BesideAFacilityControl_AreItsParticipants()
    {
        await using var push = await FakePush.StartAsync();
        await using var host = await LiveHost.StartAsync(Live(push));
        await push.Connected();

        await push.Send(Control(101, 1, 2), Player(101, 7, 1_700_000_001), Player(101, 8, 1_700_000_000));

        var zone = await host.Zone(10, 4, zone => zone.Facilities.GetValueOrDefault(101)?.Participants.Length == 2);
        Assert.Equal(ChangeSource.FacilityControl, zone.Facilities[101].Source);
    }

    [Fact]
    public async Task StaticData_IsTakenFromDiskWhereTheServiceIsDown()
    {
        await using var push = await FakePush.StartAsync();
        await using var census = await Census(Map(1, 1, 1));
        await using var first = await LiveHost.StartAsync(Live(push, census: census));
        await first.Zone(10, 4, zone => zone.Map is not null);
        await census.Asked("map");
        var kept = Path.Combine(first.DataDirectory, "territory", "ps2");
        Assert.Equal(4, Directory.GetFiles(kept, "*.json").Length);
        foreach (var collection in new[] { "world", "zone", "map_region", "facility_link" })
        {
            census.Bodies.TryRemove(collection, out _);
        }

        var directory = Directory.CreateTempSubdirectory().FullName;
        Directory.CreateDirectory(Path.Combine(directory, "territory"));
        Directory.Move(kept, Path.Combine(directory, "territory", "ps2"));
        await using var second = await LiveHost.StartAsync([.. Live(push, census: census), ("DataDirectory", directory)]);

        var zone = await second.Zone(10, 4, zone => Owner(zone, 101) == Faction.VanuSovereignty);
        Assert.Equal("Hossin", zone.Map!.Name);
    }

    private static Faction? Owner(ZoneState zone, int facilityId) => zone.Facilities.GetValueOrDefault(facilityId)?.Owner;

    private static (string, string)[] Live(FakePush push, string worlds = "10", FakeCensus? census = null) =>
    [
        ("Territory:StreamUrl", push.Url),
        ("Territory:RestUrl", census?.Url ?? ""),
        ("Territory:Worlds", worlds),
        ("Territory:MapPollSeconds", "5"),
    ];

    private static string Control(int facilityId, int from, int to) =>
        $$$"""{"payload":{"duration_held":"100","event_name":"FacilityControl","facility_id":"{{{facilityId}}}","new_faction_id":"{{{to}}}","old_faction_id":"{{{from}}}","outfit_id":"0","timestamp":"1700000000","world_id":"10","zone_id":"4"},"service":"event","type":"serviceMessage"}""";

    private static string Player(int facilityId, long characterId, long timestamp) =>
        $$$"""{"payload":{"character_id":"{{{characterId}}}","event_name":"PlayerFacilityCapture","facility_id":"{{{facilityId}}}","outfit_id":"0","timestamp":"{{{timestamp}}}","world_id":"10","zone_id":"4"},"service":"event","type":"serviceMessage"}""";
}
