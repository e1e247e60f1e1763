using OrleansGameState.Ingestors.Feeds;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>One of the two feeds, and what is measured of it.</summary>
/// <param name="Name"><c>eddn</c> or <c>tickdetector</c>; the part of its lease, too.</param>
/// <param name="Measures">Its own.</param>
internal sealed record MeasuredFeed(string Name, FeedMeasures Measures)
{
    /// <summary>What its frames are called.</summary>
    public string Frames { get; } = StarSystemFeeds.Prefix + Name;

    public FeedMeasures.View At(DateTimeOffset now) => Measures.Of(Name, now);
}
