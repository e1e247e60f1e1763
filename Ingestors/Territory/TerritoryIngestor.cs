using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansGameState.Hosting;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Feeds.Leases;
using OrleansGameState.Ingestors.Replay;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>
/// Runs the territory feed: sources, recording, parsing, and the zones and worlds at its end. Where it stops, what was begun
/// is told before the leases are given up.
/// </summary>
internal sealed class TerritoryIngestor(
    IOptions<TerritoryOptions> territory,
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
    private const int QueuedFrames = 10_000;
    private const int QueuedCalls = 2_000;

    // What a zone is told while it commits is decided and written together, so that more in flight is fewer commits.
    private const int CallsInFlight = 64;

    private static readonly TimeSpan TickInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan DrainPatience = TimeSpan.FromSeconds(10);
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
        var settings = TerritorySettings.From(options, isLive);
        using var abandon = new CancellationTokenSource();
        using var dispatcher = new OrderedDispatcher(QueuedCalls, CallsInFlight, logger, abandon.Token);
        var target = new GrainTarget(grains, dispatcher, new GrainCalls(time, logger), measures, logger);
        var held = leases.Of(Feed, settings.Worlds);
        using var ended = new CancellationTokenSource();
        var renewing = held.Run(ended.Token);
        try
        {
            await (isLive ? RunLive(settings, target, held, stoppingToken) : RunReplay(settings, recorded, target, held, stoppingToken));
        }
        finally
        {
            await Finish(dispatcher);
            await abandon.CancelAsync();
            await ended.CancelAsync();
            await renewing;
            await held.Release();
        }
    }

    // Time enough for what is under way; the next to hold the leases tells the rest.
    private async Task Finish(OrderedDispatcher dispatcher)
    {
        await dispatcher.WhenIdle().WaitAsync(DrainPatience, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!dispatcher.WhenIdle().IsCompleted)
        {
            Feeds.Log.NotAllTold(logger, DrainPatience.TotalSeconds);
        }
    }

    private async Task RunLive(TerritorySettings settings, GrainTarget target, WorldLeases held, CancellationToken stopping)
    {
        Log.Live(logger, settings.StreamUrl.GetLeftPart(UriPartial.Path), settings.RestUrl?.ToString() ?? "off", string.Join(',', settings.Worlds));
        using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };
        var push = new PushSource(settings, measures, time, logger);
        var census = settings.RestUrl is null
            ? null
            : new CensusSource(settings, new CensusClient(settings, http, time), new StaticCache(Path.Combine(shared.Value.DataDirectory, "territory", settings.Environment), logger), held, time, logger);
        var feed = new TerritoryFeed(settings, target, (ICharacterLookup?)census ?? new RecordedLookup(TimeSpan.Zero), held, measures, new FeedClock(time, 1), time, logger);
        feed.Start();
        await held.Answered.WaitAsync(stopping);
        await Pump(feed, census is null ? [push] : [push, census], stopping);
    }

    private async Task RunReplay(TerritorySettings settings, string[]? recorded, GrainTarget target, WorldLeases held, CancellationToken stopping)
    {
        var files = RecordingFiles.Find(recorded ?? [RecordingFiles.Bundled]);
        if (files.IsEmpty)
        {
            Log.Nothing(logger);
            return;
        }

        var (speed, rebase) = (replay.Value.Speed, replay.Value.Rebase);
        var loop = recorded is null ? speed > 0 : replay.Value.Loop;
        Log.Replaying(logger, string.Join(", ", files.Select(Path.GetFileName)), speed, loop, rebase);
        var source = new ReplaySource(files, speed, loop, rebase, measures, time, logger);
        var clock = new FeedClock(time, rebase || speed == 0 ? 1 : speed);
        var feed = new TerritoryFeed(settings, target, new RecordedLookup(RecordedLookupPatience), held, measures, clock, time, logger);
        feed.Start();

        // A recording plays for who passes it on.
        await held.WhenAnyHeld(stopping);
        await Pump(feed, [source], stopping);
    }

    private async Task Pump(TerritoryFeed feed, IFrameSource[] sources, CancellationToken stopping)
    {
        var queue = new FrameQueue(QueuedFrames, time);
        var running = Task.WhenAll(sources.Select(source => Run(source, queue, stopping)));
        using var recorder = record.Value.Directory.Length > 0 ? new FrameRecorder(record.Value.Directory, "territory", logger) : null;
        using var timer = new PeriodicTimer(TickInterval, time);
        var tick = timer.WaitForNextTickAsync(stopping).AsTask();
        var ready = queue.Reader.WaitToReadAsync(stopping).AsTask();
        while (true)
        {
            await Task.WhenAny(tick, ready);
            stopping.ThrowIfCancellationRequested();
            if (tick.IsCompleted)
            {
                await Guarded("tick", () => feed.Tick(stopping), stopping);
                recorder?.Flush();
                tick = timer.WaitForNextTickAsync(stopping).AsTask();
            }

            if (ready.IsCompleted)
            {
                await Drain(feed, queue, recorder, tick, stopping);
                ready = queue.Reader.WaitToReadAsync(stopping).AsTask();
            }
            else if (running.IsCompleted)
            {
                // The recording has ended; what was heard of last is told, and health is watched on.
                await Guarded("end", () => feed.Flush(stopping), stopping);
            }
        }
    }

    private async Task Drain(TerritoryFeed feed, FrameQueue queue, FrameRecorder? recorder, Task tick, CancellationToken stopping)
    {
        while (!tick.IsCompleted && queue.Reader.TryRead(out var frame))
        {
            recorder?.Record(frame);
            await Guarded(frame.Feed, () => feed.Take(frame, stopping), stopping);
        }
    }

    // One frame must not cost the feed.
    private async ValueTask Guarded(string what, Func<ValueTask> work, CancellationToken stopping)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            Log.TakeFailed(logger, what, exception);
        }
    }

    private async Task Run(IFrameSource source, FrameQueue queue, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await source.Run(queue, stopping);
                return;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                Log.SourceFailed(logger, source.GetType().Name, exception);
                await Task.Delay(TimeSpan.FromSeconds(5), time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
