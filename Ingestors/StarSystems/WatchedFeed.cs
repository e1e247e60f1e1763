using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>One feed's health, told to the galaxy by whoever holds the feed's lease.</summary>
internal sealed class WatchedFeed(MeasuredFeed feed, bool isLive, IStarSystemTarget target, DateTimeOffset start)
{
    private FeedHealth _health = FeedHealth.StartedAt(start);
    private DateTimeOffset? _heartbeatAt;
    private bool? _told;

    public MeasuredFeed Feed => feed;

    /// <summary>The term in which this process last was active; null while it is not.</summary>
    public int? Term { get; set; }

    private bool IsHeartbeats => feed.Name == StarSystemFeeds.TickDetector;

    /// <summary>A frame came.</summary>
    public ValueTask Framed(DateTimeOffset now, CancellationToken cancellationToken) =>
        IsHeartbeats ? ValueTask.CompletedTask : Heard(now, cancellationToken);

    /// <summary>A heartbeat came.</summary>
    public ValueTask Beat(DateTimeOffset now, CancellationToken cancellationToken)
    {
        _heartbeatAt = now;
        return Heard(now, cancellationToken);
    }

    public async ValueTask Tick(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A recording answers for the feeds that are in it.
        if (isLive || _health.WasHeard)
        {
            _health = _health.At(now, IsHeartbeats ? FeedHealth.HeartbeatSilence : FeedHealth.EddnSilence);
            await Tell(cancellationToken);
        }
    }

    /// <summary>What the galaxy was told by others may be something else.</summary>
    public void Forget() => _told = null;

    public StarSystemFeedReport Report(DateTimeOffset now)
    {
        var view = feed.At(now);
        return new(feed.Name, view.LastFrameAt, view.LastAcceptedAt, _heartbeatAt, view.EventsPerMinute, view.Accepted, view.Reconnects, view.Refusals, isLive ? "live" : "replay");
    }

    private ValueTask Heard(DateTimeOffset now, CancellationToken cancellationToken)
    {
        _health = _health.Heard(now);
        return Tell(cancellationToken);
    }

    // Healthy before it was heard is no judgement: another process may have found otherwise.
    private async ValueTask Tell(CancellationToken cancellationToken)
    {
        if (Term is null || _told == _health.IsHealthy || _health is { IsHealthy: true, WasHeard: false })
        {
            return;
        }

        _told = _health.IsHealthy;
        var reason = _health.IsHealthy ? ""
            : IsHeartbeats ? $"no heartbeat for {FeedHealth.HeartbeatSilence.TotalMinutes:0} minutes"
            : $"no message for {FeedHealth.EddnSilence.TotalMinutes:0} minutes";
        await target.Tell(feed, new ReportGalaxyFeed(feed.Name, _health.IsHealthy, _health.Since, reason), cancellationToken);
    }
}
