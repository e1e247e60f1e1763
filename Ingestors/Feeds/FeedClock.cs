namespace OrleansGameState.Ingestors.Feeds;

/// <summary>
/// The time in which a feed's frames are stamped: that of its last frame, and what has passed since. For a live feed it
/// is the clock; for a recording that keeps its own times it runs at the replay's speed.
/// </summary>
internal sealed class FeedClock(TimeProvider time, double rate)
{
    private (DateTimeOffset At, long Timestamp)? _last;

    public DateTimeOffset Now => _last is { } last
        ? last.At + (time.GetElapsedTime(last.Timestamp) * rate)
        : time.GetUtcNow();

    public void See(DateTimeOffset at) => _last = (at, time.GetTimestamp());
}
