using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Ingestors.StarSystems;

/// <summary>Where the feeds' facts go. Each entity gets its own in the order in which they were told here.</summary>
internal interface IStarSystemTarget
{
    /// <summary>Queues a command; waits while there is no room.</summary>
    /// <param name="feed">Whose command it is: there its answer counts.</param>
    /// <param name="systemAddress">The star system.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    ValueTask Tell(MeasuredFeed feed, long systemAddress, StarSystemCommand command, CancellationToken cancellationToken);

    /// <inheritdoc cref="Tell(MeasuredFeed, long, StarSystemCommand, CancellationToken)"/>
    ValueTask Tell(MeasuredFeed feed, GalaxyCommand command, CancellationToken cancellationToken);

    /// <summary>Hands measures on; one that cannot be delivered now is dropped, since the next replaces it.</summary>
    void Report(StarSystemFeedReport report);
}
