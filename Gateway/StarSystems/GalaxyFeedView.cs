namespace OrleansGameState.Gateway.StarSystems;

/// <summary>How a feed does. All but the trouble is null or 0 until its ingestor reported, and of the past.</summary>
internal sealed record GalaxyFeedView(
    string Feed,
    string? Mode,
    DateTimeOffset? DegradedSince,
    string? Reason,
    DateTimeOffset? LastFrameAt,
    DateTimeOffset? LastAcceptedAt,
    DateTimeOffset? LastHeartbeatAt,
    double EventsPerMinute,
    long Accepted,
    long Reconnects,
    IReadOnlyDictionary<string, long> Refusals);
