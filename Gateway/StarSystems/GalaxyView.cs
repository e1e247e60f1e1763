namespace OrleansGameState.Gateway.StarSystems;

/// <summary>The galaxy as HTTP and realtime clients see it. What feeds do is measured and begins anew with the server.</summary>
internal sealed record GalaxyView(
    long Sequence,
    DateTimeOffset AsOf,
    GalaxyTickView? Tick,
    DateTimeOffset? OverdueSince,
    IReadOnlyList<GalaxyTickView> Ticks,
    IReadOnlyList<HourView> Hours,
    IReadOnlyList<GalaxyFeedView> Feeds);
