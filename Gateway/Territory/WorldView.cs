namespace OrleansGameState.Gateway.Territory;

/// <summary>A world as HTTP and realtime clients see it. Captures and feed are measured, and null of the past.</summary>
internal sealed record WorldView(
    int WorldId,
    string Name,
    bool? Online,
    long Sequence,
    DateTimeOffset AsOf,
    DateTimeOffset? DegradedSince,
    string? DegradedReason,
    IReadOnlyList<ZoneSummaryView> Zones,
    IReadOnlyDictionary<string, int>? CapturesLastHour,
    FeedView? Feed);
