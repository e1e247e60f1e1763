namespace OrleansGameState.Grains.Interfaces.Cluster;

/// <summary>How an ingestor stands to a feed, or to one world of it.</summary>
/// <param name="Feed">The feed, such as <c>territory</c> or <c>starsystems/eddn</c>.</param>
/// <param name="WorldId">The world; 0 where the feed has none.</param>
/// <param name="State"><c>active</c>, <c>standby</c> or <c>unknown</c>.</param>
/// <param name="Holder">Who holds the lease; null where nobody is known to.</param>
/// <param name="Since">Since when that one holds it.</param>
/// <param name="LastFrameAt">When anything last came over the connection; null where nothing did.</param>
/// <param name="EventsPerMinute">Accepted messages of it over the last minute.</param>
[GenerateSerializer]
[Immutable]
[Alias("cluster.FeedStandingReport")]
public sealed record FeedStandingReport(
    [property: Id(0)] string Feed,
    [property: Id(1)] int WorldId,
    [property: Id(2)] string State,
    [property: Id(3)] string? Holder,
    [property: Id(4)] DateTimeOffset? Since,
    [property: Id(5)] DateTimeOffset? LastFrameAt,
    [property: Id(6)] double EventsPerMinute);
