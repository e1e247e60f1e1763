using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansGameState.Hosting;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Feeds.Leases;
using OrleansGameState.Ingestors.Replay;
using OrleansGameState.Ingestors.Territory;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>
/// Runs the star systems' feeds: sources, recording, parsing, and the systems and the galaxy at their end. Where it stops,
/// what was begun is told before the leases are given up.
/// </summary>
internal sealed class StarSystemIngestor(
    IOptions<StarSystemOptions> starSystems,
    IOptions<TerritoryOptions> territory,
    IOptions<ReplayOptions> replay,
    IOptions<RecordOptions> record,
    IGrainFactory grains,
    FeedLeases leases,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<StarSystemIngestor> logger) : BackgroundService
{
    // A system is told one thing after the other: what it is told first decides what the next one means.
    private const int CallsInFlight = 1;

    // EDDN's is dropped at once where there is no room: more of it is coming. The other's is little, and does not come again.
    private static readonly TimeSpan TickDetectorPatience = TimeSpan.FromSeconds(10);

    // Past being degraded: the connection itself may be dead without a word.
    private static readonly TimeSpan EddnSilence = FeedHealth.EddnSilence * 2;
    private static readonly TimeSpan TickDetectorSilence = FeedHealth.HeartbeatSilence * 1.5;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host's other services are not made to wait; before they are all there, a silo may not be found yet.
        await lifetime.WhenStarted(stoppingToken);
        var options = starSystems.Value;
        var files = options.Enabled ? Recordings() : [];
        var isLive = options.Enabled && replay.Value.Files is not { Length: > 0 } && options.AsksForLive;
        if (!isLive && files.IsEmpty)
        {
            return;
        }

        var feeds = FeedsOf(options, isLive);
        var held = leases.Of(StarSystemFeeds.Feed, feeds.Select(feed => (feed.Name, feed.Measures)));
        await FeedRun.Around(held, CallsInFlight, Run, time, logger);

        Task Run(OrderedDispatcher dispatcher)
        {
            var target = new StarSystemTarget(grains, dispatcher, new GrainCalls(time, logger), logger);
            return Task.WhenAll(
                Describe(options, feeds[0], target, held, stoppingToken),
                isLive ? RunLive(options, feeds, target, held, stoppingToken) : RunReplay(files, feeds, target, held, stoppingToken));
        }
    }

    private ImmutableArray<MeasuredFeed> FeedsOf(StarSystemOptions options, bool isLive)
    {
        var names = new List<string>();
        if (!isLive || !string.IsNullOrWhiteSpace(options.EddnEndpoint))
        {
            names.Add(StarSystemFeeds.Eddn);
        }

        if (!isLive || !string.IsNullOrWhiteSpace(options.TickDetectorEndpoint))
        {
            names.Add(StarSystemFeeds.TickDetector);
        }

        return [.. names.Select(name => new MeasuredFeed(name, new(time)))];
    }

    private ImmutableArray<string> Recordings() => replay.Value.Files is { Length: > 0 } files
        ? RecordingFiles.Of(files, StarSystemFeeds.Prefix)
        : starSystems.Value.AsksForLive || TerritorySettings.AsksForLive(territory.Value)
            ? []
            : RecordingFiles.Find([RecordingFiles.BundledStarSystems]);

    private async Task Describe(StarSystemOptions options, MeasuredFeed feed, StarSystemTarget target, PartLeases held, CancellationToken stopping)
    {
        if (!string.IsNullOrWhiteSpace(options.SystemsFile))
        {
            await held.WhenAnyHeld(stopping);
            await new SystemsFile(options.SystemsFile, feed, target, logger).Tell(stopping);
        }
    }

    private async Task RunLive(StarSystemOptions options, ImmutableArray<MeasuredFeed> feeds, StarSystemTarget target, PartLeases held, CancellationToken stopping)
    {
        Log.Live(logger, options.EddnEndpoint ?? "nowhere", options.TickDetectorEndpoint ?? "nowhere");
        var sources = feeds.Select(feed => feed.Name == StarSystemFeeds.Eddn
            ? new RelaySource(feed, options.EddnEndpoint!, TimeSpan.Zero, EddnSilence, time, logger)
            : new RelaySource(feed, options.TickDetectorEndpoint!, TickDetectorPatience, TickDetectorSilence, time, logger));
        var feed = new StarSystemFeed(feeds, isLive: true, target, held, time, logger);
        await held.Answered.WaitAsync(stopping);
        await Pump(feed, sources, stopping);
    }

    private async Task RunReplay(ImmutableArray<string> files, ImmutableArray<MeasuredFeed> feeds, StarSystemTarget target, PartLeases held, CancellationToken stopping)
    {
        var (speed, rebase) = (replay.Value.Speed, replay.Value.Rebase);
        var isBundled = replay.Value.Files is not { Length: > 0 };
        var loop = isBundled ? speed > 0 : replay.Value.Loop;
        Log.Replaying(logger, string.Join(", ", files.Select(Path.GetFileName)), speed, loop, rebase);

        // Files that were asked for are read for the territory, too, and their bad lines counted there.
        var lines = isBundled || !territory.Value.Enabled ? feeds[0].Measures : null;
        var source = new ReplaySource(files, IsOwn, speed, loop, rebase, lines, time, logger);
        var feed = new StarSystemFeed(feeds, isLive: false, target, held, time, logger);

        // A recording plays for who passes it on.
        await held.WhenAnyHeld(stopping);
        await Pump(feed, [source], stopping);
    }

    private static bool IsOwn(string feed) => feed.StartsWith(StarSystemFeeds.Prefix, StringComparison.Ordinal);

    private async Task Pump(StarSystemFeed feed, IEnumerable<IFrameSource> sources, CancellationToken stopping)
    {
        using var recorder = record.Value.Directory.Length > 0 ? new FrameRecorder(record.Value.Directory, StarSystemFeeds.Feed, logger) : null;
        await new FramePump(feed, recorder, time, logger).Run(sources, stopping);
    }
}
