namespace OrleansGameState.Ingestors.Feeds.Leases;

/// <summary>How this process stands to one world's feed.</summary>
/// <param name="Feed">The feed, such as <c>territory</c>.</param>
/// <param name="WorldId">The world.</param>
/// <param name="State">Whether this process passes on what comes.</param>
/// <param name="Holder">Who holds the lease; null where nobody is known to.</param>
/// <param name="Since">Since when that one holds it.</param>
/// <param name="Measures">What this process measured of the feed.</param>
internal sealed record FeedStanding(string Feed, int WorldId, LeaseState State, string? Holder, DateTimeOffset? Since, FeedMeasures.View Measures);
