using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansGameState.Gateway.Realtime;
using OrleansGameState.Gateway.StarSystems.Publishing;
using OrleansGameState.Gateway.Telemetry;
using OrleansGameState.Grains.Interfaces.StarSystems;
using OrleansGameState.Testing;
using static OrleansGameState.Gateway.Tests.StarSystems.AnnouncedFacts;

namespace OrleansGameState.Gateway.Tests.StarSystems;

public sealed class TickPublisherTests : IAsyncLifetime, IDisposable
{
    private readonly ManualTimeProvider _time = new(new(2026, 11, 20, 12, 0, 0, 123, TimeSpan.Zero));
    private readonly RecordedLog _log = new();
    private GatewayHost _host = null!;
    private TickPublisher? _publisher;
    private long _sequence;

    public async Task InitializeAsync() => _host = await GatewayHost.Start();

    public async Task DisposeAsync()
    {
        if (_publisher is not null)
        {
            await _publisher.StopAsync(default);
        }

        await _host.DisposeAsync();
    }

    public void Dispose() => _publisher?.Dispose();

    [Fact]
    public async Task Feed_OfAllTopics_HasEachAnnouncementOnceAndInOrder()
    {
        using var subscriber = new FeedSubscriber(await Publish("tcp://127.0.0.1:0"), "SystemTick", "GalaxyTick", "FactionChanges", "FactionExpandedFrom");
        await subscriber.First(Tick);

        // What else was told until then comes first.
        await _host.Announce(OfGalaxy(1, new GalaxyTickCalled(AnnouncedFacts.Tick.StartedAt, AnnouncedFacts.Tick)));
        await _host.Announce(OfGalaxy(1, new GalaxyTickCalled(AnnouncedFacts.Tick.StartedAt, AnnouncedFacts.Tick)));
        await _host.Announce(OfGalaxy(2, new GalaxyTickRevised(AnnouncedFacts.Tick.StartedAt, AnnouncedFacts.Tick, "confirmed")));
        await _host.Announce(OfGalaxy(3, new GalaxyTickOverdue(Systems.Noon, null)));
        await _host.Announce(OfSystem(3583923685739, 1, FeedExamples.Arrival));
        await _host.Announce(OfSystem(9468120868281, 1, FeedExamples.Expansion));
        await _host.Announce(OfSystem(594609703259, 1, Ticked(FeedExamples.Hip)));

        var next = subscriber.Next();
        while (next.Topic == "SystemTick")
        {
            next = subscriber.Next();
        }

        Is("GalaxyTick", FeedExamples.WolfJson, next);
        Is("FactionChanges", FeedExamples.ArrivalJson, subscriber.Next());
        Is("FactionExpandedFrom", FeedExamples.ExpansionJson, subscriber.Next());
        Is("SystemTick", FeedExamples.HipJson, subscriber.Next());
    }

    [Fact]
    public async Task Heartbeat_EveryFiveMinutes_IsToldUnderBothSpellings()
    {
        using var subscriber = new FeedSubscriber(await Publish("tcp://127.0.0.1:0"), "SystemTick", "Heart");
        await subscriber.First(Tick);
        await _time.WhenTimerIsDueBy(_time.GetUtcNow() + TickPublisher.BeatEvery).WaitAsync(GatewayHost.Patience);

        _time.Advance(TickPublisher.BeatEvery);

        var beats = new List<(string Topic, JsonElement Message)>();
        while (beats.Count < 2)
        {
            var (topic, json) = subscriber.Next();
            if (topic != "SystemTick")
            {
                beats.Add((topic, JsonDocument.Parse(json).RootElement));
            }
        }

        Assert.Equal(["HeartBeat", "Heartbeat"], beats.Select(beat => beat.Topic));
        Assert.All(beats, beat =>
        {
            Assert.Equal(["status", "timestamp", "lastGalaxyTick", "version", "info"], beat.Message.EnumerateObject().Select(member => member.Name));
            Assert.Equal("online", beat.Message.GetProperty("status").GetString());
            Assert.Equal("2026-11-20T12:05:00.123Z", beat.Message.GetProperty("timestamp").GetString());
            Assert.Equal(JsonValueKind.Null, beat.Message.GetProperty("lastGalaxyTick").ValueKind);
            Assert.NotEmpty(beat.Message.GetProperty("version").GetString()!);
        });
    }

    [Fact]
    public async Task Heartbeat_AtTheStart_SaysSo()
    {
        var startup = await new Heartbeats(_host.Grains, _time, _host.Services.GetRequiredService<ILogger<Heartbeats>>()).Make(Heartbeats.Startup);

        Assert.Equal(("startup", "2026-11-20T12:00:00.123Z", null), (startup.Status, startup.Timestamp, startup.LastGalaxyTick));
    }

    [Fact]
    public async Task Address_InUse_IsToldOnceAndTriedAgain()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var publishing = Publish($"tcp://{taken.LocalEndpoint}");
        await _time.WhenTimerIsDueBy(_time.GetUtcNow() + TickPublisher.RetryEvery).WaitAsync(GatewayHost.Patience);
        _time.Advance(TickPublisher.RetryEvery);
        await _time.WhenTimerIsDueBy(_time.GetUtcNow() + TickPublisher.RetryEvery).WaitAsync(GatewayHost.Patience);

        taken.Stop();
        _time.Advance(TickPublisher.RetryEvery);
        using var subscriber = new FeedSubscriber(await publishing, "SystemTick");
        Is("SystemTick", FeedExamples.WolfJson, await subscriber.First(Tick));

        var warning = Assert.Single(_log.Messages, message => message.Id == 3141);
        Assert.Contains("in use", warning.Text, StringComparison.Ordinal);
        Assert.Contains("Gateway:StarSystems:PublishEndpoint", warning.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TickOfAGrain_ReachesTheFeed()
    {
        using var subscriber = new FeedSubscriber(await Publish("tcp://127.0.0.1:0"), "SystemTick");
        var hour = 0;
        await _host.See(401, Systems.Noon, 0.6m);

        var (_, json) = await subscriber.First(() => _host.See(401, Systems.Noon.AddHours(++hour), 0.6m + (hour % 2 * 0.02m)));

        var tick = JsonDocument.Parse(json).RootElement;
        Assert.Equal(401, tick.GetProperty("systemAddress").GetInt64());
        Assert.Equal("60.0", tick.GetProperty("timeGapMins").GetString());
    }

    private static void Is(string topic, string json, (string Topic, byte[] Json) message)
    {
        Assert.Equal(topic, message.Topic);
        OrderedJson.Same(json, message.Json);
    }

    private async Task<string> Publish(string endpoint)
    {
        var services = _host.Services;
        _publisher = new(
            Options.Create(new GatewayOptions { StarSystems = { PublishEndpoint = endpoint } }),
            services.GetRequiredService<Announcements>(),
            new Heartbeats(_host.Grains, _time, services.GetRequiredService<ILogger<Heartbeats>>()),
            services.GetRequiredService<IHostApplicationLifetime>(),
            _time,
            services.GetRequiredService<GatewayMetrics>(),
            _log);
        await _publisher.StartAsync(default);
        return (await _publisher.Endpoint.WaitAsync(GatewayHost.Patience))!;
    }

    private Task Tick() => _host.Announce(OfSystem(9467047650729, ++_sequence, Ticked(FeedExamples.Wolf)));

    private sealed class RecordedLog : ILogger<TickPublisher>
    {
        private readonly List<(int Id, string Text)> _messages = [];

        public IReadOnlyList<(int Id, string Text)> Messages => _messages;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _messages.Add((eventId.Id, formatter(state, exception)));
    }
}
