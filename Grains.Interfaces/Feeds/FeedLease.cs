namespace OrleansGameState.Grains.Interfaces.Feeds;

/// <summary>Who may pass on what a feed brings of one part, such as a world.</summary>
/// <param name="Holder">The ingestor process, by the name that it gave itself.</param>
/// <param name="Since">Since when it holds the lease without a break.</param>
/// <param name="Remaining">How long the lease runs yet unless it is renewed.</param>
[GenerateSerializer]
[Immutable]
[Alias("feeds.FeedLease")]
public sealed record FeedLease(
    [property: Id(0)] string Holder,
    [property: Id(1)] DateTimeOffset Since,
    [property: Id(2)] TimeSpan Remaining);
