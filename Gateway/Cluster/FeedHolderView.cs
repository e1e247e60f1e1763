namespace OrleansGameState.Gateway.Cluster;

/// <summary>A feed, or a world of it, and who passes it on.</summary>
/// <param name="Feed">Such as <c>territory</c> or <c>starsystems/eddn</c>.</param>
/// <param name="WorldId">The world; 0 where the feed has none.</param>
/// <param name="Holder">The process that holds the lease; null where nobody is known to.</param>
/// <param name="Since">Since when.</param>
/// <param name="LastFrameAt">When anything last came to the holder.</param>
/// <param name="EventsPerMinute">What it accepted of it in the last minute.</param>
/// <param name="Standbys">Processes that would take over.</param>
internal sealed record FeedHolderView(
    string Feed,
    int WorldId,
    string? Holder,
    DateTimeOffset? Since,
    DateTimeOffset? LastFrameAt,
    double EventsPerMinute,
    IReadOnlyList<string> Standbys);
