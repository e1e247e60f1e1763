namespace OrleansGameState.Gateway.Territory;

/// <summary>How a world's feed does.</summary>
internal sealed record FeedView(
    string Mode,
    DateTimeOffset? LastFrameAt,
    DateTimeOffset? LastAcceptedAt,
    double EventsPerMinute,
    long Accepted,
    long Reconnects,
    DateTimeOffset? LastPollAt,
    IReadOnlyDictionary<string, long> Refusals);
