namespace OrleansGameState.Grains.Feeds;

/// <summary>Settings under <c>Feeds</c>.</summary>
public sealed class FeedLeaseOptions
{
    public const string Section = "Feeds";

    /// <summary>How long an ingestor's lease holds without renewal, in seconds; 3 to 60.</summary>
    public int LeaseSeconds { get; set; } = 10;

    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);
}
