using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>Reads committed history.</summary>
public interface IEventLog
{
    /// <summary>Up to <paramref name="limit"/> events of an entity after sequence <paramref name="after"/>, oldest first.</summary>
    ValueTask<EventPage> ReadAsync(string system, string key, long after, int limit, CancellationToken cancellationToken);
}
