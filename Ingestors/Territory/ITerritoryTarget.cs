using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Ingestors.Territory;

/// <summary>Where the feed's facts go. Each entity gets its own in the order in which they were told here.</summary>
internal interface ITerritoryTarget
{
    /// <summary>Queues a command; waits while there is no room.</summary>
    /// <param name="worldId">The world.</param>
    /// <param name="zoneId">The zone.</param>
    /// <param name="command">The command.</param>
    /// <param name="messages">How many messages of the stream it is made of; 0 for polls and static data.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    ValueTask Tell(int worldId, uint zoneId, ZoneCommand command, int messages, CancellationToken cancellationToken);

    ValueTask Tell(int worldId, WorldCommand command, CancellationToken cancellationToken);

    /// <summary>Hands measures on; one that cannot be delivered now is dropped, since the next replaces it.</summary>
    void Report(int worldId, FeedReport report);

    /// <summary>True once where the zone answered that it lacks its map.</summary>
    bool TakeMapLost(int worldId, uint zoneId);
}
