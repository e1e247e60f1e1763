using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using OrleansGameState.Ingestors.Feeds;
using OrleansGameState.Ingestors.Feeds.Leases;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>
/// Makes commands of the two feeds' frames. One caller at a time. Live or recorded makes no difference here. Of a feed whose
/// lease another process holds it follows what comes and tells nothing.
/// </summary>
internal sealed class StarSystemFeed(
    ImmutableArray<MeasuredFeed> feeds,
    bool isLive,
    IStarSystemTarget target,
    IPartLeases leases,
    TimeProvider time,
    ILogger logger) : IFrameTaker
{
    public static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(5);

    private const int BacklogOfAFeed = 10_000;

    // A lease, and the time that a lost silo needs until its grains answer again.
    private static readonly TimeSpan BacklogSpan = TimeSpan.FromSeconds(30);

    private readonly ImmutableArray<WatchedFeed> _feeds = [.. feeds.Select(feed => new WatchedFeed(feed, isLive, target, time.GetUtcNow()))];
    private readonly Backlog<string, StarSystemMessage> _backlog = new(BacklogSpan, BacklogOfAFeed, time);
    private readonly FrameOpener _opener = new();
    private readonly EddnParser _eddn = new();
    private DateTimeOffset _reportedAt = DateTimeOffset.MinValue;

    public FeedFrame Open(FeedFrame frame) => _opener.Open(frame);

    public async ValueTask Take(FeedFrame frame, CancellationToken cancellationToken)
    {
        if (FeedOf(frame) is not { } watched)
        {
            feeds[0].Measures.Refused(FrameRefusal.UnknownFeed);
            return;
        }

        var measures = watched.Feed.Measures;
        measures.Framed(frame.Feed);
        measures.Taking = (frame.Feed, frame.Received);
        using var span = FeedTraces.Frame(frame, time);
        try
        {
            var isActive = await IsActive(watched, cancellationToken);
            await watched.Framed(time.GetUtcNow(), cancellationToken);
            await Take(watched, isActive, Parse(frame), cancellationToken);
        }
        finally
        {
            measures.Taking = default;
        }
    }

    public async ValueTask Tick(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var isDue = now - _reportedAt >= ReportInterval;
        _reportedAt = isDue ? now : _reportedAt;
        foreach (var watched in _feeds)
        {
            var isActive = await IsActive(watched, cancellationToken);
            await watched.Tick(now, cancellationToken);
            if (isActive && isDue)
            {
                target.Report(watched.Report(now));
            }
        }
    }

    private WatchedFeed? FeedOf(FeedFrame frame)
    {
        foreach (var watched in _feeds)
        {
            if (watched.Feed.Frames == frame.Feed)
            {
                return watched;
            }
        }

        return null;
    }

    private StarSystemParse Parse(FeedFrame frame) =>
        frame.Feed == StarSystemFeeds.EddnFrames ? _eddn.Parse(frame.Content.Span) : TickDetectorParser.Parse(frame.Content);

    private async ValueTask Take(WatchedFeed watched, bool isActive, StarSystemParse parsed, CancellationToken cancellationToken)
    {
        var measures = watched.Feed.Measures;
        switch (parsed.Message)
        {
            case null:
                measures.Refused(parsed.Refusal!.Reason);
                FeedTraces.Refused(parsed.Refusal);
                Log.Refused(logger, watched.Feed.Name, parsed.Refusal.Reason, parsed.Refusal.Detail);
                break;
            case OtherMessage other:
                measures.Ignored(other.Kind);
                break;
            case Heartbeat:
                await watched.Beat(time.GetUtcNow(), cancellationToken);
                break;
            case { } message when isActive:
                await Tell(watched.Feed, message, cancellationToken);
                break;
            case { } message:
                measures.Ignored(Refusals.Standby);
                _backlog.Add(watched.Feed.Name, message);
                break;
        }
    }

    /// <summary>Whether this process is to tell of the feed. Where it has just come to be, it tells first what it kept.</summary>
    private async ValueTask<bool> IsActive(WatchedFeed watched, CancellationToken cancellationToken)
    {
        var term = leases.TermOf(watched.Feed.Name);
        if (term is null || term == watched.Term)
        {
            watched.Term = term;
            return term is not null;
        }

        watched.Term = term;
        watched.Forget();

        // What the holder before told already is a repeat to its system; what died with it is told now.
        foreach (var message in _backlog.Take(watched.Feed.Name))
        {
            await Tell(watched.Feed, message, cancellationToken);
        }

        return true;
    }

    private ValueTask Tell(MeasuredFeed feed, StarSystemMessage message, CancellationToken cancellationToken) => message switch
    {
        SystemMessage of => target.Tell(feed, of.SystemAddress, of.Command, cancellationToken),
        GalaxyMessage of => target.Tell(feed, of.Command, cancellationToken),
        _ => ValueTask.CompletedTask,
    };
}
