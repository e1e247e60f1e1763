namespace OrleansGameState.Ingestors.Feeds.Leases;

/// <summary>How this process stands to one part of a feed.</summary>
/// <param name="Feed">The feed, such as <c>territory</c>.</param>
/// <param name="Part">The part, such as a world's id.</param>
/// <param name="State">Whether this process passes on what comes.</param>
/// <param name="Holder">Who holds the lease; null where nobody is known to.</param>
/// <param name="Since">Since when that one holds it.</param>
/// <param name="Measures">What this process measured of the feed.</param>
internal sealed record FeedStanding(string Feed, string Part, LeaseState State, string? Holder, DateTimeOffset? Since, FeedMeasures.View Measures);
