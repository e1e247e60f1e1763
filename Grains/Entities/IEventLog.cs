using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>Reads committed history.</summary>
public interface IEventLog
{
    /// <summary>Up to <paramref name="limit"/> events of an entity after sequence <paramref name="after"/>, oldest first.</summary>
    ValueTask<EventPage> ReadAsync(string system, string key, long after, int limit, CancellationToken cancellationToken);

    /// <summary>The same, but only those committed at <paramref name="from"/> or later and before <paramref name="to"/>.</summary>
    ValueTask<EventPage> ReadBetweenAsync(string system, string key, DateTimeOffset from, DateTimeOffset to, long after, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Up to <paramref name="limit"/> events of all entities of a system in the order of their commits, only up to a
    /// horizon behind which nothing can still be committed.
    /// </summary>
    ValueTask<SystemPage> ReadSystemAsync(string system, CommitPosition after, int limit, CancellationToken cancellationToken);

    /// <summary>The fold of the events committed at <paramref name="at"/> or before.</summary>
    ValueTask<PastState> StateAtAsync(string system, string key, DateTimeOffset at, CancellationToken cancellationToken);
}
