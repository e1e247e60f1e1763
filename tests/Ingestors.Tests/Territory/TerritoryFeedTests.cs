using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Territory;
using OrleansGameState.Testing;

namespace OrleansGameState.Ingestors.Tests.Territory;

public sealed class TerritoryFeedTests
{
    private readonly ManualTimeProvider _time = new();
    private readonly RecordingTarget _target = new();
    private readonly GivenLeases _leases = new(1, 10, 13);
    private readonly FeedMeasures _measures;
    private readonly TerritoryFeed _feed;

    public TerritoryFeedTests()
    {
        _measures = new(_time);
        _feed = Feed(new TerritoryOptions { Worlds = ["1", "10"], StreamUrl = "ws://x" }, isLive: true);
    }

    [Fact]
    public async Task Control_GoesToItsZone()
    {
        await Push(Control(10, 2, 77));

        var (worldId, zoneId, command) = Assert.Single(_target.Zones);
        Assert.Equal((10, 2u), (worldId, zoneId));
        Assert.Equal(77, Assert.IsType<ReportFacilityControl>(command).FacilityId);
    }

    [Theory]
    [InlineData(13, 2u, "world-not-configured")]
    [InlineData(10, 96u, "zone-not-configured")]
    public async Task Control_OfWhatIsNotFollowed_IsIgnoredAndCounted(int worldId, uint zoneId, string reason)
    {
        await Push(Control(worldId, zoneId, 77));

        Assert.Empty(_target.Zones);
        Assert.Equal(1, _measures.IgnoredFor(reason));
        Assert.Empty(_measures.Of(10, _time.GetUtcNow()).Refusals);
    }

    [Fact]
    public async Task Instance_OfADynamicZone_GetsItsDefinitionsMapFirst()
    {
        await Statics();

        await Push(Control(10, 282198111, 310088));

        Assert.Collection(
            _target.Zones.Where(told => told.ZoneId == 282198111).Select(told => told.Command),
            map => Assert.Equal("VR", Assert.IsType<LearnMap>(map).Map.Name),
            control => Assert.IsType<ReportFacilityControl>(control));
    }

    [Fact]
    public async Task Instance_OfAnUnknownDefinition_IsRefused()
    {
        await Statics();

        await Push(Control(10, (7 << 16) + 4242, 310088));

        Assert.DoesNotContain(_target.Zones, told => told.ZoneId > 0xFFFF);
        Assert.Equal(1, _measures.Of(10, _time.GetUtcNow()).Refusals[FrameRefusal.UnknownZone]);
    }

    [Fact]
    public async Task StaticData_TellsNamesAndMapsOnce()
    {
        await Statics();
        await Statics();

        Assert.Equal([(1, "One"), (10, "Ten")], _target.Worlds.Select(told => (told.WorldId, ((DescribeWorld)told.Command).Name)));
        Assert.Equal([(1, 2u), (10, 2u)], _target.Zones.Select(told => (told.WorldId, told.ZoneId)));
    }

    [Fact]
    public async Task Zone_ThatLostItsMap_IsToldAgain()
    {
        await Statics();
        _target.MapsLost.Add((10, 2));

        await Map(10, _time.GetUtcNow(), "1");

        Assert.Equal([typeof(LearnMap), typeof(LearnMap), typeof(ReportMap)], _target.Told<ZoneCommand>(10, 2).Select(command => command.GetType()));
    }

    [Fact]
    public async Task Poll_IsUncertainSinceThePollBefore()
    {
        var start = _time.GetUtcNow();
        await Map(10, start, "1");
        await Map(10, start.AddSeconds(10), "1");
        await Map(10, start.AddSeconds(55), "2");

        var reports = _target.Told<ReportMap>(10, 2).ToArray();
        Assert.Equal([10, 10, 45], reports.Select(report => report.UncertaintySeconds));
        Assert.All(reports, report => Assert.Equal(5, report.CacheLagSeconds));
        Assert.Equal(start.AddSeconds(55), _measures.Of(10, start).LastPollAt);
    }

    [Fact]
    public async Task ErrorBody_IsCountedAndTellsTheZoneNothing()
    {
        await Rest(CensusRequest.MapOf(10, [2]), """{"errorCode":"SERVER_ERROR"}""");

        Assert.Empty(_target.Zones);
        Assert.Equal(1, _measures.Of(10, _time.GetUtcNow()).Refusals["rest-server-error"]);
        Assert.Null(_measures.Of(10, _time.GetUtcNow()).LastPollAt);
    }

    [Fact]
    public async Task Garbage_IsCountedForAllWorldsOfTheConnection()
    {
        await Push("<html>");
        await Push("{}");

        var refusals = _measures.Of(1, _time.GetUtcNow()).Refusals;
        Assert.Equal([new("malformed-json", 1), new("unknown-frame", 1)], refusals);
    }

    [Fact]
    public async Task PlayerCaptures_AreReportedTogetherAfterTwoSeconds()
    {
        var feed = Feed(new TerritoryOptions(), isLive: false, new RecordedLookup(TimeSpan.FromSeconds(5)));
        await feed.Take(RestFrame(CensusRequest.Static("character"), """{"character_list":[{"character_id":"7","faction_id":"2"},{"character_id":"8","faction_id":"3"}]}"""), default);
        await feed.Take(PushFrame(Capture(7)), default);
        await feed.Take(PushFrame(Capture(8)), default);
        Assert.Empty(_target.Zones);

        _time.Advance(TimeSpan.FromSeconds(2));
        await feed.Tick(default);

        var report = Assert.Single(_target.Told<ReportPlayerCaptures>(10, 2));
        Assert.Equal([new(7, Faction.NewConglomerate), new(8, Faction.TerranRepublic)], report.Characters.AsEnumerable());
    }

    [Fact]
    public async Task PlayerCaptures_WhoseLookUpFailed_AreReportedWithoutFactions()
    {
        var feed = Feed(new TerritoryOptions(), isLive: false, new RecordedLookup(TimeSpan.FromSeconds(60)));
        await feed.Take(PushFrame(Capture(7)), default);
        _time.Advance(TimeSpan.FromSeconds(2));
        await feed.Tick(default);
        Assert.Empty(_target.Zones);

        await feed.Take(RestFrame(CensusRequest.Factions([7]), """{"error":"service_unavailable"}"""), default);

        Assert.Equal([new(7, Faction.None)], Assert.Single(_target.Told<ReportPlayerCaptures>(10, 2)).Characters.AsEnumerable());
    }

    [Fact]
    public async Task OnlineState_IsToldWhenItChanges()
    {
        const string heartbeat = """{"online":{"EventServerEndpoint_Miller_10":"STATE"},"service":"event","type":"heartbeat"}""";
        await Push(heartbeat.Replace("STATE", "true", StringComparison.Ordinal));
        await Push(heartbeat.Replace("STATE", "true", StringComparison.Ordinal));
        await Push(heartbeat.Replace("STATE", "false", StringComparison.Ordinal));

        Assert.Equal([true, false], _target.Worlds.Select(told => ((ReportOnline)told.Command).Online));
    }

    [Fact]
    public async Task SilentWorld_IsReportedOnceAndRecovers()
    {
        _feed.Start();
        await Push(Control(1, 2, 77));
        for (var minute = 0; minute < 9; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await Push(Control(1, 2, 77));
            await _feed.Tick(default);
        }

        Assert.Equal([(10, false)], Health());
        for (var minute = 0; minute < 4; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await Push(Control(1, 2, 77));
            await Push(Control(10, 2, 77));
        }

        Assert.Equal([(10, false), (10, true)], Health());

        IEnumerable<(int, bool)> Health() => _target.Worlds.Where(told => told.Command is ReportFeedHealth).Select(told => (told.WorldId, ((ReportFeedHealth)told.Command).Healthy));
    }

    [Fact]
    public async Task Report_ComesEveryFiveSeconds()
    {
        _feed.Start();
        await _feed.Tick(default);
        _measures.Accepted(10, 3);
        _time.Advance(TimeSpan.FromSeconds(4));
        await _feed.Tick(default);
        Assert.Equal(0, _target.Reports[10].Accepted);

        _time.Advance(TimeSpan.FromSeconds(1));
        await _feed.Tick(default);

        Assert.Equal((3, 3.0, "live"), (_target.Reports[10].Accepted, _target.Reports[10].EventsPerMinute, _target.Reports[10].Mode));
    }

    [Fact]
    public async Task World_ThatTheGameNoLongerLists_IsNotAnsweredFor()
    {
        var feed = Feed(new TerritoryOptions { Worlds = ["10", "13"], StreamUrl = "ws://x" }, isLive: true);
        feed.Start();
        await feed.Take(RestFrame(CensusRequest.Static("world"), """{"world_list":[{"world_id":"10","name":{"en":"Ten"}}]}"""), default);

        await feed.Tick(default);

        Assert.Equal([10], _target.Reports.Keys);
    }

    [Fact]
    public async Task Standby_TellsNothing_AndRefusesNothing()
    {
        _feed.Start();
        _leases.Take(10);

        await Statics();
        await Push(Control(10, 2, 77));
        await Push(Capture(1));
        await Push("""{"online":{"EventServerEndpoint_Miller_10":"true"},"service":"event","type":"heartbeat"}""");
        await Map(10, _time.GetUtcNow(), "3");
        _time.Advance(TimeSpan.FromMinutes(7));
        await _feed.Tick(default);

        Assert.DoesNotContain(_target.Zones, told => told.WorldId == 10);
        Assert.DoesNotContain(_target.Worlds, told => told.WorldId == 10);
        Assert.Equal([1], _target.Reports.Keys);
        Assert.Equal(3, _measures.IgnoredFor("standby"));
        Assert.Empty(_measures.Of(10, _time.GetUtcNow()).Refusals);
    }

    [Fact]
    public async Task Standby_ThatTakesOver_TellsWhatStandsAndWhatItHeardOfLate()
    {
        _feed.Start();
        _leases.Take(10);
        await Statics();
        await Push("""{"online":{"EventServerEndpoint_Miller_10":"true"},"service":"event","type":"heartbeat"}""");
        await Push(Control(10, 2, 76));
        _time.Advance(TimeSpan.FromSeconds(31));
        await Push(Control(10, 2, 77));
        await Push(Control(10, 2, 78));
        await Push(Capture(1));

        _leases.Give(10);
        _time.Advance(TimeSpan.FromSeconds(3));
        await _feed.Tick(default);
        await Push(Control(10, 2, 79));

        Assert.Collection(
            _target.Zones.Where(told => told.WorldId == 10).Select(told => told.Command),
            map => Assert.Equal("Indar", Assert.IsType<LearnMap>(map).Map.Name),
            control => Assert.Equal(77, Assert.IsType<ReportFacilityControl>(control).FacilityId),
            control => Assert.Equal(78, Assert.IsType<ReportFacilityControl>(control).FacilityId),
            capture => Assert.Equal([1], Assert.IsType<ReportPlayerCaptures>(capture).Characters.Select(character => character.CharacterId)),
            control => Assert.Equal(79, Assert.IsType<ReportFacilityControl>(control).FacilityId));
        Assert.Equal([new DescribeWorld("Ten"), new ReportOnline(true, _time.GetUtcNow() - TimeSpan.FromSeconds(34))], _target.Worlds.Where(told => told.WorldId == 10).Select(told => told.Command));
        Assert.Equal([1, 10], _target.Reports.Keys.Order());
    }

    [Fact]
    public async Task Standby_ThatTakesOver_TellsHealthOnceItHasSeenEnough()
    {
        _feed.Start();
        _leases.Take(1);
        _leases.Take(10);
        for (var minute = 0; minute < 3; minute++)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await Push(Control(10, 2, 77));
        }

        _leases.Give(1);
        _leases.Give(10);
        await _feed.Tick(default);

        Assert.Equal([(10, true)], _target.Worlds.Where(told => told.Command is ReportFeedHealth).Select(told => (told.WorldId, ((ReportFeedHealth)told.Command).Healthy)));
    }

    [Fact]
    public async Task Process_ThatLostItsLeaseForAMoment_TellsWhatCameMeanwhile()
    {
        _feed.Start();
        await Statics();
        await Push(Control(10, 2, 77));
        _leases.Take(10);
        await Push(Control(10, 2, 78));
        _leases.Give(10);

        await Push(Control(10, 2, 79));

        Assert.Equal([77, 78, 79], _target.Told<ReportFacilityControl>(10, 2).Select(control => control.FacilityId));
        Assert.Equal(2, _target.Told<LearnMap>(10, 2).Count());
    }

    private static string Control(int worldId, uint zoneId, int facilityId) =>
        $$$"""{"payload":{"duration_held":"1","event_name":"FacilityControl","facility_id":"{{{facilityId}}}","new_faction_id":"2","old_faction_id":"1","timestamp":"1520424457","world_id":"{{{worldId}}}","zone_id":"{{{zoneId}}}"}}""";

    private static string Capture(long characterId) =>
        $$$"""{"payload":{"character_id":"{{{characterId}}}","event_name":"PlayerFacilityCapture","facility_id":"77","outfit_id":"0","timestamp":"1520424457","world_id":"10","zone_id":"2"}}""";

    private TerritoryFeed Feed(TerritoryOptions options, bool isLive, ICharacterLookup? lookup = null) => new(
        TerritorySettings.From(options, isLive), _target, lookup ?? new RecordedLookup(TimeSpan.Zero), _leases, _measures, new FeedClock(_time, 1), _time, NullLogger.Instance);

    private async Task Statics()
    {
        await Rest(CensusRequest.Static("world"), """{"world_list":[{"world_id":"1","name":{"en":"One"}},{"world_id":"10","name":{"en":"Ten"}}]}""");
        await Rest(CensusRequest.Static("zone"), """{"zone_list":[{"zone_id":"2","name":{"en":"Indar"}},{"zone_id":"95","name":{"en":"VR"}}]}""");
        await Rest(CensusRequest.Static("facility_link"), """{"facility_link_list":[{"zone_id":"2","facility_id_a":"77","facility_id_b":"78"}]}""");
        await Rest(CensusRequest.Static("map_region"), """{"map_region_list":[{"map_region_id":"1","zone_id":"2","facility_id":"77"}]}""");
    }

    private ValueTask Map(int worldId, DateTimeOffset requestedAt, string faction) => _feed.Take(
        new(_time.GetUtcNow(), TerritoryFeed.Rest, RestFrames.Write(CensusRequest.MapOf(worldId, [2]), requestedAt, 200, Encoding.UTF8.GetBytes(
            $$$"""{"map_list":[{"ZoneId":"2","Regions":{"IsList":"1","Row":[{"RowData":{"RegionId":"1","FactionId":"{{{faction}}}"}}]}}]}"""))), default);

    private ValueTask Push(string frame) => _feed.Take(PushFrame(frame), default);

    private ValueTask Rest(CensusRequest request, string body) => _feed.Take(RestFrame(request, body), default);

    private FeedFrame PushFrame(string frame) => new(_time.GetUtcNow(), TerritoryFeed.Push, Encoding.UTF8.GetBytes(frame));

    private FeedFrame RestFrame(CensusRequest request, string body) =>
        new(_time.GetUtcNow(), TerritoryFeed.Rest, RestFrames.Write(request, _time.GetUtcNow(), 200, Encoding.UTF8.GetBytes(body)));
}
