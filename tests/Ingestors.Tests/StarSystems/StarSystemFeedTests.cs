using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.StarSystems;
using OrleansGameState.Testing;
using static OrleansGameState.Ingestors.Tests.StarSystems.Frames;

namespace OrleansGameState.Ingestors.Tests.StarSystems;

public sealed class StarSystemFeedTests
{
    private const string Beat = """{"topic":"HeartBeat","message":{"status":"online"}}""";

    private static readonly DateTimeOffset Start = new(2026, 5, 16, 14, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _time = new(Start);
    private readonly RecordingSystems _target = new();
    private readonly GivenParts _leases = new(StarSystemFeeds.Eddn, StarSystemFeeds.TickDetector);
    private readonly MeasuredFeed _eddn;
    private readonly MeasuredFeed _ticks;

    public StarSystemFeedTests() => (_eddn, _ticks) = (new(StarSystemFeeds.Eddn, new(_time)), new(StarSystemFeeds.TickDetector, new(_time)));

    [Fact]
    public async Task Messages_GoToTheirSystemsAndTheGalaxy()
    {
        var feed = Feed();
        await Eddn(feed, Envelope(Jump()));
        await Ticks(feed, """{"topic":"GalaxyTick","message":{"system":"A","systemAddress":5,"timestamp":"2024-04-13T14:51:37Z","metrics":{}}}""");
        await Ticks(feed, """{"topic":"FactionChanges","message":{"system":"A","systemAddress":5,"timestamp":"2024-04-13T14:51:37Z","factionChanges":{"arrived":["X"]}}}""");

        Assert.Equal([("eddn", 10477373803, typeof(ReportObservation)), ("tickdetector", 5, typeof(ReportFactionChanges))], _target.Systems.Select(told => (told.Feed, told.SystemAddress, told.Command.GetType())));
        Assert.Equal(("tickdetector", typeof(ReportGalaxyTick)), _target.Galaxy.Where(told => told.Command is not ReportGalaxyFeed).Select(told => (told.Feed, told.Command.GetType())).Single());
    }

    [Fact]
    public async Task RefusalsAndWhatIsPassedOver_AreCountedByReason()
    {
        var feed = Feed();
        await Eddn(feed, "{]");
        await Eddn(feed, Envelope(Jump(("SystemAddress", null))));
        await Eddn(feed, Envelope(Jump(), """{"gatewayTimestamp":"2026-05-16T18:00:00Z"}"""));
        await Eddn(feed, Envelope(Jump(), schema: "https://eddn.edcd.io/schemas/commodity/3"));
        await Ticks(feed, """{"topic":"SystemTick","message":{}}""");
        await Take(feed, new(Start, "starsystems/gossip", Utf8("{}")));

        Assert.Equal(
            [(FrameRefusal.MalformedJson, 1L), (FrameRefusal.MissingField, 1L), (Refusals.Stale, 1L), (FrameRefusal.UnknownFeed, 1L)],
            _eddn.At(Start).Refusals.Select(refusal => (refusal.Key, refusal.Value)));
        Assert.Equal([FrameRefusal.MissingField], _ticks.At(Start).Refusals.Keys);
        Assert.Equal(1, _eddn.Measures.IgnoredFor(Refusals.OtherSchema));
        Assert.Empty(_target.Systems);
    }

    [Fact]
    public async Task DeflatedFrames_AreOpenedAndTaken()
    {
        var feed = Feed();
        foreach (var frame in new FeedFrame[]
        {
            new(Start, StarSystemFeeds.EddnFrames, Deflate(Envelope(Jump()))) { IsDeflated = true },
            new(Start, StarSystemFeeds.EddnFrames, Utf8("junk")) { IsDeflated = true },
            new(Start, StarSystemFeeds.TickDetectorFrames, Deflate("""{"status":"online"}""")) { IsDeflated = true, Topic = Utf8("Heartbeat") },
        })
        {
            await Take(feed, ((IFrameTaker)feed).Open(frame));
        }

        Assert.Single(_target.Systems);
        Assert.Equal([Refusals.DamagedZlib], _eddn.At(Start).Refusals.Keys);
        Assert.Equal(["eddn", "tickdetector"], _target.Galaxy.Select(told => told.Feed));
    }

    [Fact]
    public async Task Eddn_ThatIsSilentForTwoMinutes_IsDegraded_UntilItIsHeard()
    {
        var feed = Feed();
        await Eddn(feed, "{]");
        await Wait(feed, 119);
        Assert.Equal([new ReportGalaxyFeed("eddn", true, Start, "")], Judgements("eddn"));

        await Wait(feed, 1);
        Assert.Equal(new ReportGalaxyFeed("eddn", false, Start, "no message for 2 minutes"), Judgements("eddn")[^1]);
        await Wait(feed, 60);
        Assert.Equal(2, Judgements("eddn").Length);

        await Eddn(feed, "{]");
        Assert.Equal(new ReportGalaxyFeed("eddn", true, Start.AddSeconds(180), ""), Judgements("eddn")[^1]);
        Assert.Equal(3, Judgements("eddn").Length);
    }

    [Fact]
    public async Task TickDetector_WithoutAHeartbeatForTenMinutes_IsDegraded_WhateverElseItSends()
    {
        var feed = Feed();
        await Ticks(feed, Beat);
        await Wait(feed, 599);
        await Ticks(feed, """{"topic":"Stats","message":{}}""");
        Assert.Equal([new ReportGalaxyFeed("tickdetector", true, Start, "")], Judgements("tickdetector"));

        await Wait(feed, 1);
        Assert.Equal(new ReportGalaxyFeed("tickdetector", false, Start, "no heartbeat for 10 minutes"), Judgements("tickdetector")[^1]);

        await Ticks(feed, Beat);
        Assert.Equal(new ReportGalaxyFeed("tickdetector", true, Start.AddSeconds(600), ""), Judgements("tickdetector")[^1]);
    }

    [Fact]
    public async Task LiveFeed_ThatIsNeverHeard_IsDegraded()
    {
        await Wait(Feed(), 600);

        Assert.Equal([new ReportGalaxyFeed("eddn", false, Start, "no message for 2 minutes"), new ReportGalaxyFeed("tickdetector", false, Start, "no heartbeat for 10 minutes")], _target.Galaxy.Select(told => told.Command));
    }

    [Fact]
    public async Task Recording_AnswersForTheFeedsThatAreInIt()
    {
        var feed = Feed(isLive: false);
        await Eddn(feed, Envelope(Jump()));
        await Wait(feed, 700);

        Assert.Equal([true, false], Judgements("eddn").Select(told => told.Healthy));
        Assert.Empty(Judgements("tickdetector"));
        Assert.Equal("replay", _target.Reports[^1].Mode);
    }

    [Fact]
    public async Task Measures_AreReportedEveryFiveSeconds()
    {
        var feed = Feed();
        await Ticks(feed, Beat);
        await Eddn(feed, "{]");
        await feed.Tick(default);
        Assert.Equal(["eddn", "tickdetector"], _target.Reports.Select(report => report.Feed));
        await Wait(feed, 4);
        Assert.Equal(2, _target.Reports.Count);
        await Wait(feed, 1);
        Assert.Equal(4, _target.Reports.Count);

        var (eddn, ticks) = (_target.Reports[2], _target.Reports[3]);
        Assert.Equal(("eddn", Start, null, "live"), (eddn.Feed, eddn.LastFrameAt, eddn.LastHeartbeatAt, eddn.Mode));
        Assert.Equal([(FrameRefusal.MalformedJson, 1L)], eddn.Refusals.Select(refusal => (refusal.Key, refusal.Value)));
        Assert.Equal(("tickdetector", Start), (ticks.Feed, ticks.LastHeartbeatAt));
    }

    [Fact]
    public async Task Standby_TellsNothing_AndOnceActiveWhatItKept()
    {
        _leases.Take(StarSystemFeeds.Eddn);
        var feed = Feed();
        await Eddn(feed, Envelope(Jump(("StarSystem", "too long ago"))));
        await Wait(feed, 31);
        await Eddn(feed, Envelope(Jump()));
        Assert.Empty(_target.Systems);
        Assert.Empty(_target.Galaxy);
        Assert.DoesNotContain("eddn", _target.Reports.Select(report => report.Feed));
        Assert.Equal(2, _eddn.Measures.IgnoredFor(Refusals.Standby));

        _leases.Give(StarSystemFeeds.Eddn);
        await feed.Tick(default);

        Assert.Equal("Sol", ((ReportObservation)Assert.Single(_target.Systems).Command).Observation.Name);
        Assert.True(Assert.Single(Judgements("eddn")).Healthy);
    }

    [Fact]
    public async Task Lease_ThatIsHeldAgain_TellsTheHealthAnew()
    {
        var feed = Feed();
        await Wait(feed, 120);
        _leases.Take(StarSystemFeeds.Eddn);
        await Eddn(feed, "{]");
        Assert.Equal([false], Judgements("eddn").Select(told => told.Healthy));

        _leases.Give(StarSystemFeeds.Eddn);
        await feed.Tick(default);

        Assert.Equal([false, true], Judgements("eddn").Select(told => told.Healthy));
    }

    private StarSystemFeed Feed(bool isLive = true) => new([_eddn, _ticks], isLive, _target, _leases, _time, NullLogger.Instance);

    private ReportGalaxyFeed[] Judgements(string feed) => [.. _target.Galaxy.Select(told => told.Command).OfType<ReportGalaxyFeed>().Where(told => told.Feed == feed)];

    private async Task Wait(StarSystemFeed feed, int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await feed.Tick(default);
        }
    }

    private Task Eddn(StarSystemFeed feed, string frame) => Take(feed, new(_time.GetUtcNow(), StarSystemFeeds.EddnFrames, Utf8(frame)));

    private Task Ticks(StarSystemFeed feed, string frame) => Take(feed, new(_time.GetUtcNow(), StarSystemFeeds.TickDetectorFrames, Utf8(frame)));

    private static Task Take(StarSystemFeed feed, FeedFrame frame) => feed.Take(frame, default).AsTask();
}
