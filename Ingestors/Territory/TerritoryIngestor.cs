using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansGameState.Hosting;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Feeds.Leases;
using OrleansGameState.Ingestors.Replay;
using OrleansGameState.Ingestors.StarSystems;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>
/// Runs the territory feed: sources, recording, parsing, and the zones and worlds at its end. Where it stops, what was begun
/// is told before the leases are given up.
/// </summary>
internal sealed class TerritoryIngestor(
    IOptions<TerritoryOptions> territory,
    IOptions<StarSystemOptions> starSystems,
    IOptions<ReplayOptions> replay,
    IOptions<RecordOptions> record,
    IOptions<IngestorOptions> shared,
    IGrainFactory grains,
    FeedLeases leases,
    FeedMeasures measures,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<TerritoryIngestor> logger) : BackgroundService
{
    private const string Feed = "territory";

    // What a zone is told while it commits is decided and written together, so that more in flight is fewer commits.
    private const int CallsInFlight = 64;

    private static readonly TimeSpan RecordedLookupPatience = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host's other services are not made to wait; before they are all there, a silo may not be found yet.
        await lifetime.WhenStarted(stoppingToken);
        var options = territory.Value;
        if (!options.Enabled)
        {
            return;
        }

        var recorded = replay.Value.Files is { Length: > 0 } files ? files : null;
        var isLive = recorded is null && TerritorySettings.AsksForLive(options);
        if (recorded is null && !isLive && starSystems.Value.AsksForLive)
        {
            // An invented continent is no company for a live feed.
            return;
        }

        var settings = TerritorySettings.From(options, isLive);
        var held = leases.Of(Feed, settings.Worlds.Select(worldId => (WorldParts.Of(worldId), measures)));
        await FeedRun.Around(held, CallsInFlight, Run, time, logger);

        Task Run(OrderedDispatcher dispatcher)
        {
            var target = new GrainTarget(grains, dispatcher, new GrainCalls(time, logger), measures, logger);
            return isLive ? RunLive(settings, target, held, stoppingToken) : RunReplay(settings, recorded, target, held, stoppingToken);
        }
    }

    private async Task RunLive(TerritorySettings settings, GrainTarget target, PartLeases held, CancellationToken stopping)
    {
        Log.Live(logger, settings.StreamUrl.GetLeftPart(UriPartial.Path), settings.RestUrl?.ToString() ?? "off", string.Join(',', settings.Worlds));
        using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };
        var worlds = new WorldLeases(held);
        var push = new PushSource(settings, measures, time, logger);
        var census = settings.RestUrl is null
            ? null
            : new CensusSource(settings, new CensusClient(settings, http, time), new StaticCache(Path.Combine(shared.Value.DataDirectory, "territory", settings.Environment), logger), worlds, time, logger);
        var feed = new TerritoryFeed(settings, target, (ICharacterLookup?)census ?? new RecordedLookup(TimeSpan.Zero), worlds, measures, new FeedClock(time, 1), time, logger);
        feed.Start();
        await held.Answered.WaitAsync(stopping);
        await Pump(feed, census is null ? [push] : [push, census], stopping);
    }

    private async Task RunReplay(TerritorySettings settings, string[]? recorded, GrainTarget target, PartLeases held, CancellationToken stopping)
    {
        var files = RecordingFiles.Find(recorded ?? [RecordingFiles.BundledTerritory]);
        if (files.IsEmpty)
        {
            Log.Nothing(logger);
            return;
        }

        var (speed, rebase) = (replay.Value.Speed, replay.Value.Rebase);
        var loop = recorded is null ? speed > 0 : replay.Value.Loop;
        Log.Replaying(logger, string.Join(", ", files.Select(Path.GetFileName)), speed, loop, rebase);
        var source = new ReplaySource(files, IsOwn, speed, loop, rebase, measures, time, logger);
        var clock = new FeedClock(time, rebase || speed == 0 ? 1 : speed);
        var feed = new TerritoryFeed(settings, target, new RecordedLookup(RecordedLookupPatience), new WorldLeases(held), measures, clock, time, logger);
        feed.Start();

        // A recording plays for who passes it on.
        await held.WhenAnyHeld(stopping);
        await Pump(feed, [source], stopping);
    }

    // What is of no feed that is known is refused here, where it always was.
    private static bool IsOwn(string feed) => !feed.StartsWith(StarSystemFeeds.Prefix, StringComparison.Ordinal);

    private async Task Pump(TerritoryFeed feed, IFrameSource[] sources, CancellationToken stopping)
    {
        using var recorder = record.Value.Directory.Length > 0 ? new FrameRecorder(record.Value.Directory, "territory", logger) : null;
        await new FramePump(feed, recorder, time, logger).Run(sources, stopping);
    }
}
