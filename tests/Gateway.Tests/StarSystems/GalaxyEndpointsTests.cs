using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrleansGameState.Gateway.StarSystems.Publishing;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Gateway.Tests.StarSystems;

/// <summary>A galaxy whose tick another detector called an hour after the first system ticked.</summary>
public sealed class GalaxyEndpointsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Called = FeedExamples.Wolf.Timestamp.AddHours(1);

    private readonly SteppedClock _clock = new(Called);
    private GatewayHost _host = null!;

    public async Task InitializeAsync() => _host = await GatewayHost.Start(configure: builder => builder.Services.AddSingleton<TimeProvider>(_clock));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Galaxy_BeforeAnyTick_IsThereAndHasNone()
    {
        var galaxy = await Get("/api/v1/galaxy");
        var tick = await _host.Client.GetAsync("/api/v1/galaxy/tick");
        var galTick = await _host.Client.GetAsync("/galtick.json");

        Assert.Equal(["sequence", "asOf", "tick", "overdueSince", "ticks", "hours", "feeds"], galaxy.EnumerateObject().Select(member => member.Name));
        Assert.Equal(JsonValueKind.Null, galaxy.GetProperty("tick").ValueKind);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (tick.StatusCode, galTick.StatusCode));
        Assert.Equal("galaxy", (await galTick.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("field").GetString());
    }

    [Fact]
    public async Task Tick_ThatWasCalled_IsTheSameEverywhere()
    {
        await _host.Galaxy().Execute(new ReportGalaxyTick(FeedExamples.Wolf));

        var galaxy = await Get("/api/v1/galaxy");
        var last = await Get("/api/v1/galaxy/tick");
        var listed = await Get("/api/v1/galaxy/ticks?from=2026-05-16T00:00:00Z&to=2026-05-17T00:00:00Z");
        var others = await Get("/api/v1/galaxy/ticks?from=2026-05-16T15:00:00Z&to=2026-05-17T00:00:00Z");
        var polled = await Get("/galtick.json");
        var beat = await new Heartbeats(_host.Grains, _clock, _host.Services.GetRequiredService<ILogger<Heartbeats>>()).Make(Heartbeats.Online);

        var tick = galaxy.GetProperty("tick");
        Assert.Equal(["id", "startedAt", "detectedAt", "confidence", "standing", "systems", "tick"], tick.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2026-05-16T14:18:49Z", tick.GetProperty("startedAt").GetString());
        Assert.Equal("2026-05-16T15:18:49Z", tick.GetProperty("detectedAt").GetString());
        Assert.Equal("doubtful", tick.GetProperty("standing").GetString());
        OrderedJson.Same(FeedExamples.WolfJson, tick.GetProperty("tick"), "tick");
        OrderedJson.Same($$"""{"ticks":[{{tick.GetRawText()}}]}""", listed, "listed");
        OrderedJson.Same($$"""{{tick.GetRawText()[..^1]}},"overdueSince":null}""", last, "last");
        OrderedJson.Same("""{"ticks":[]}""", others, "others");
        OrderedJson.Same($$"""{"lastGalaxyTick":"2026-05-16T14:18:49Z","tick":{{FeedExamples.WolfJson}}}""", polled, "polled");
        Assert.Equal("2026-05-16T14:18:49Z", beat.LastGalaxyTick);
    }

    [Fact]
    public async Task Galaxy_BeforeItsTick_IsAsItWasThen()
    {
        await _host.Galaxy().Execute(new ReportGalaxyFeed("eddn", false, Called.AddMinutes(-20), "silent for ten minutes"));
        _clock.Set(Called.AddMinutes(10));
        await _host.Galaxy().Execute(new ReportGalaxyTick(FeedExamples.Wolf));

        var before = await Get("/api/v1/galaxy?at=2026-05-16T15:20:00Z");
        var now = await Get("/api/v1/galaxy");

        Assert.Equal(JsonValueKind.Null, before.GetProperty("tick").ValueKind);
        Assert.Equal("silent for ten minutes", before.GetProperty("feeds")[0].GetProperty("reason").GetString());
        Assert.Equal(JsonValueKind.Object, now.GetProperty("tick").ValueKind);
    }

    [Fact]
    public async Task Feeds_ThatReported_ShowHowTheyDo()
    {
        await _host.Galaxy().ReportFeed(new("tickdetector", Called, Called, Called.AddMinutes(-3), 4.5, 210, 1, ImmutableSortedDictionary<string, long>.Empty.Add("duplicate", 3), "live"));

        var feed = (await Get("/api/v1/galaxy")).GetProperty("feeds")[0];

        OrderedJson.Same(
            """
            {"feed":"tickdetector","mode":"live","degradedSince":null,"reason":null,"lastFrameAt":"2026-05-16T15:18:49Z","lastAcceptedAt":"2026-05-16T15:18:49Z",
             "lastHeartbeatAt":"2026-05-16T15:15:49Z","eventsPerMinute":4.5,"accepted":210,"reconnects":1,"refusals":{"duplicate":3}}
            """,
            feed,
            "feed");
    }

    [Fact]
    public async Task Hours_InWhichSystemsTicked_TellTheBusiestAndWhoIsAtRisk()
    {
        await _host.Galaxy().NoteTick(FeedExamples.Hip with { Timestamp = Called.AddMinutes(-5), Since = Called.AddHours(-4) });

        var hours = (await Get("/api/v1/galaxy")).GetProperty("hours");

        OrderedJson.Same(
            """
            [{"hour":"2026-05-16T15:00:00Z","systemTicks":1,"stateChanges":1,
              "busiest":[{"systemAddress":594609703259,"system":"HIP 33275","timestamp":"2026-05-16T15:13:49Z","activity":{"label":"Medium","value":0.102,"valueAdj":0.102,"bars":2}}],
              "atRisk":[{"systemAddress":594609703259,"system":"HIP 33275","timestamp":"2026-05-16T15:13:49Z","name":"Xbaquitae Gold Comms Exchange","newInf":0.032,"previousInf":0.058,"retreatState":"Active"}]}]
            """,
            hours,
            "hours");
    }

    private async Task<JsonElement> Get(string path)
    {
        var response = await _host.Client.GetAsync(path);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
