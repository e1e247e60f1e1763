using System.Net.ServerSentEvents;
using System.Text.Json;
using OrleansGameState.Gateway.Tests.Realtime;
using OrleansGameState.Grains.Interfaces.StarSystems;
using static OrleansGameState.Gateway.Tests.StarSystems.AnnouncedFacts;

namespace OrleansGameState.Gateway.Tests.StarSystems;

/// <summary>Ticks as they are announced, over the WebSocket and over server-sent events.</summary>
public sealed class AnnouncedTicksTests : IAsyncLifetime
{
    private GatewayHost _host = null!;

    public async Task InitializeAsync() => _host = await GatewayHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task RealtimeTopic_OfATick_HasItsMessagesOnceAndNoOthers()
    {
        await using var client = await RealtimeClient.Connect(_host);
        var subscribed = await client.Ask("""{"op":"subscribe","topic":"starsystems/ticks/GalaxyTick"}""");

        await _host.Announce(OfSystem(9467047650729, 3, Ticked(FeedExamples.Wolf)));
        await _host.Announce(OfGalaxy(7, new GalaxyTickCalled(Tick.StartedAt, Tick)));
        await _host.Announce(OfGalaxy(7, new GalaxyTickCalled(Tick.StartedAt, Tick)));
        await _host.Announce(OfGalaxy(8, new GalaxyTickRevised(Tick.StartedAt, Tick, "it began earlier")));
        var announced = await client.Receive();
        var pong = await client.Ask("""{"op":"ping"}""");

        Assert.Equal("subscribed", subscribed.GetProperty("op").GetString());
        Assert.Equal("announcement", announced.GetProperty("op").GetString());
        Assert.Equal("starsystems/ticks/GalaxyTick", announced.GetProperty("topic").GetString());
        Assert.Equal("galaxy", announced.GetProperty("key").GetString());
        Assert.Equal(7, announced.GetProperty("sequence").GetInt64());
        OrderedJson.Same(FeedExamples.WolfJson, announced.GetProperty("event"), "event");
        Assert.Equal("pong", pong.GetProperty("op").GetString());
    }

    [Fact]
    public async Task RealtimeSystem_OfTheGalaxy_HasItsFactsToo()
    {
        await using var client = await RealtimeClient.Connect(_host);
        await client.Ask("""{"op":"subscribe","topic":"starsystems"}""");

        await _host.Announce(OfGalaxy(8, new GalaxyTickRevised(Tick.StartedAt, Tick, "it began earlier")));
        var announced = await client.Receive();

        Assert.Equal("galaxy", announced.GetProperty("key").GetString());
        Assert.Equal("galaxyTickRevised", announced.GetProperty("event").GetProperty("type").GetString());
        Assert.Equal("confirmed", announced.GetProperty("event").GetProperty("tick").GetProperty("standing").GetString());
        OrderedJson.Same(FeedExamples.WolfJson, announced.GetProperty("event").GetProperty("tick").GetProperty("tick"), "tick");
    }

    [Fact]
    public async Task Topics_ListTheGalaxyAndTheTicks()
    {
        await using var client = await RealtimeClient.Connect(_host);

        var topics = (await client.Ask("""{"op":"topics"}""")).GetProperty("topics").EnumerateArray().Select(topic => topic.GetString()!).ToHashSet();
        var unknown = await client.Ask("""{"op":"subscribe","topic":"starsystems/ticks/Weather"}""");

        Assert.Superset(new HashSet<string> { "starsystems", "starsystems/galaxy", "starsystems/ticks/SystemTick", "starsystems/ticks/GalaxyTickOverdue" }, topics);
        Assert.Equal("unknown-topic", unknown.GetProperty("code").GetString());
    }

    [Fact]
    public async Task RealtimeTopic_OfASystem_IsItsViewThenItsEvents()
    {
        await using var client = await RealtimeClient.Connect(_host);
        await _host.See(301, Systems.Noon, 0.6m);

        var snapshot = await client.Ask("""{"op":"subscribe","topic":"starsystems/301"}""");
        await _host.See(301, Systems.Noon.AddHours(2), 0.62m);
        var delta = await client.Receive();

        Assert.Equal("Rana 301", snapshot.GetProperty("data").GetProperty("name").GetString());
        Assert.Equal("systemTicked", delta.GetProperty("event").GetProperty("type").GetString());
    }

    [Fact]
    public async Task RealtimeTopic_OfTheGalaxy_IsThereBeforeAnythingWasTold()
    {
        await using var client = await RealtimeClient.Connect(_host);

        var snapshot = await client.Ask("""{"op":"subscribe","topic":"starsystems/galaxy"}""");

        Assert.Equal("snapshot", snapshot.GetProperty("op").GetString());
        Assert.Equal(JsonValueKind.Null, snapshot.GetProperty("data").GetProperty("tick").ValueKind);
    }

    [Fact]
    public async Task Stream_OfSomeTopics_NamesEachAndCarriesItsMessage()
    {
        await using var events = await Open("/api/v1/stream/ticks?topic=FactionChanges,GalaxyTickOverdue&topic=FactionExpandedFrom");

        await _host.Announce(OfSystem(9467047650729, 3, Ticked(FeedExamples.Wolf)));
        await _host.Announce(OfSystem(3583923685739, 4, FeedExamples.Arrival));
        await _host.Announce(OfSystem(9468120868281, 5, FeedExamples.Expansion));
        await _host.Announce(OfGalaxy(9, new GalaxyTickOverdue(Systems.Noon, null)));

        await Next(events, "FactionChanges", FeedExamples.ArrivalJson);
        await Next(events, "FactionExpandedFrom", FeedExamples.ExpansionJson);
        await Next(events, "GalaxyTickOverdue", """{"lastTick":null,"noticedAt":"2026-11-20T12:00:00Z"}""");
    }

    [Fact]
    public async Task Stream_WithoutTopics_HasAllInTheirOrder()
    {
        await using var events = await Open("/api/v1/stream/ticks");

        await _host.Announce(OfSystem(9467047650729, 3, Ticked(FeedExamples.Wolf)));
        await _host.Announce(OfSystem(594609703259, 9, Ticked(FeedExamples.Hip)));
        await _host.Announce(OfGalaxy(7, new GalaxyTickCalled(Tick.StartedAt, Tick)));
        await _host.Announce(OfGalaxy(8, new GalaxyTickRevised(Tick.StartedAt, Tick with { Standing = GalaxyTickStanding.Withdrawn }, "not borne out")));

        await Next(events, "SystemTick", FeedExamples.WolfJson);
        await Next(events, "SystemTick", FeedExamples.HipJson);
        await Next(events, "GalaxyTick", FeedExamples.WolfJson);
        await Next(
            events,
            "GalaxyTickRevised",
            $$"""{"id":"20260516T1420Z","startedAt":"2026-05-16T14:18:49Z","detectedAt":"2026-05-16T14:24:49Z","confidence":0.995,"standing":"withdrawn","systems":31,"tick":{{FeedExamples.WolfJson}},"reason":"not borne out"}""");
    }

    private static async Task Next(IAsyncEnumerator<SseItem<string>> events, string topic, string json)
    {
        Assert.True(await events.MoveNextAsync());
        Assert.Equal(topic, events.Current.EventType);
        OrderedJson.Same(json, System.Text.Encoding.UTF8.GetBytes(events.Current.Data));
    }

    private async Task<IAsyncEnumerator<SseItem<string>>> Open(string path)
    {
        var response = await _host.Client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        return SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator();
    }
}
