using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Feeds;

/// <summary>
/// Lets one ingestor process at a time pass on what a feed brings of one part, such as a world. Key: <see cref="FeedKeys.Lease"/>. What it
/// knows is held in memory only; those who ask tell it anew after it was lost.
/// </summary>
[Alias("feeds.IFeedLeaseGrain")]
public interface IFeedLeaseGrain : IGrainWithStringKey
{
    /// <summary>Asks for the lease, or renews it; may be repeated.</summary>
    /// <param name="claimer">Who asks: a name that no other process has.</param>
    /// <param name="known">The lease that the claimer last heard of, its own or another's, while it runs; null where it knows of none.</param>
    /// <returns>The lease as it is now: the claimer's, or that of whoever holds it instead.</returns>
    [Alias("Claim")]
    [ResponseTimeout(QuickReads.Timeout)]
    ValueTask<FeedLease> Claim(string claimer, FeedLease? known);

    /// <summary>Gives the lease up, so that the next to ask has it at once. Nothing happens where another holds it.</summary>
    [Alias("Release")]
    [ResponseTimeout(QuickReads.Timeout)]
    ValueTask Release(string holder);
}
