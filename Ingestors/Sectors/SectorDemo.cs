using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Hosting;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Feeds.Leases;
using OrleansGameState.Ingestors.Replay;
using OrleansGameState.Ingestors.StarSystems;
using OrleansGameState.Ingestors.Territory;

namespace OrleansGameState.Ingestors.Sectors;

/// <summary>Plays the sectors' demo where it is asked for, or where nothing is configured, as the bundled recordings do.</summary>
internal sealed class SectorDemo(
    IOptions<SectorOptions> sectors,
    IOptions<TerritoryOptions> territory,
    IOptions<StarSystemOptions> starSystems,
    IOptions<ReplayOptions> replay,
    IGrainFactory grains,
    FeedLeases leases,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<SectorDemo> logger) : BackgroundService
{
    private const string Feed = "sectors";

    private bool PlaysBundled =>
        replay.Value.Files is not { Length: > 0 } && !starSystems.Value.AsksForLive && !TerritorySettings.AsksForLive(territory.Value);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host's other services are not made to wait; before they are all there, a silo may not be found yet.
        await lifetime.WhenStarted(stoppingToken);
        if (!sectors.Value.IsOn(PlaysBundled) || Draft() is not { } draft)
        {
            return;
        }

        var measures = new FeedMeasures(time);
        var held = leases.Of(Feed, [(DemoGame.Universe, measures)]);
        var game = new DemoGame(grains, new GrainCalls(time, logger), held, measures, sectors.Value, time, logger);
        await FeedRun.Around(held, 1, _ => game.Play(draft, stoppingToken), time, logger);
    }

    private UniverseDraft? Draft()
    {
        if (RecordingFiles.Find([UniverseFile.Bundled]) is not [var file, ..])
        {
            Log.NoUniverse(logger, UniverseFile.Bundled);
            return null;
        }

        try
        {
            return UniverseFile.Read(File.ReadAllBytes(file));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            Log.BadUniverse(logger, file, exception);
            return null;
        }
    }
}
