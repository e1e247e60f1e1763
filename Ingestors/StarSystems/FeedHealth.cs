namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>Whether a feed can be trusted: silence is all there is against it, and ends with the next word.</summary>
/// <param name="IsHealthy">The judgement.</param>
/// <param name="Since">When that began.</param>
/// <param name="HeardAt">When it was last heard, or the start.</param>
/// <param name="WasHeard">It was heard at all.</param>
internal readonly record struct FeedHealth(bool IsHealthy, DateTimeOffset Since, DateTimeOffset HeardAt, bool WasHeard)
{
    public static readonly TimeSpan EddnSilence = TimeSpan.FromMinutes(2);
    public static readonly TimeSpan HeartbeatSilence = TimeSpan.FromMinutes(10);

    /// <summary>A feed that nothing is held against yet.</summary>
    public static FeedHealth StartedAt(DateTimeOffset now) => new(true, now, now, false);

    /// <summary>After it was heard.</summary>
    public FeedHealth Heard(DateTimeOffset now) => new(true, IsHealthy ? Since : now, now > HeardAt ? now : HeardAt, true);

    /// <summary>After nothing but time.</summary>
    public FeedHealth At(DateTimeOffset now, TimeSpan silence) =>
        IsHealthy && now - HeardAt >= silence ? this with { IsHealthy = false, Since = HeardAt } : this;
}
