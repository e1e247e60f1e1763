namespace OrleansGameState.Ingestors.Feeds.Leases;

/// <summary>The time as it was at the start, and what has passed since: nobody sets this clock.</summary>
internal sealed class SteadyClock(TimeProvider time)
{
    private readonly DateTimeOffset _startedOn = time.GetUtcNow();
    private readonly long _startedAt = time.GetTimestamp();

    public DateTimeOffset Now => _startedOn + time.GetElapsedTime(_startedAt);
}
