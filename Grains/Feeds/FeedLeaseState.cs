namespace OrleansGameState.Grains.Feeds;

/// <summary>What an activation knows of a lease.</summary>
/// <param name="Holder">The process that has it; null once it was given up.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">When it ends unless it is renewed.</param>
internal sealed record FeedLeaseState(string? Holder, DateTimeOffset Since, DateTimeOffset Until);
