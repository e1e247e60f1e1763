using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Silo.Storage.History;

/// <summary>The committed history in PostgreSQL.</summary>
internal sealed class PostgresEventLog(HistoryReads reads, StoredTypes types) : IEventLog
{
    private readonly EntityPages _pages = new(types);
    private readonly SystemPages _systems = new(types);
    private readonly PastStates _states = new(types);

    public ValueTask<EventPage> ReadAsync(string system, string key, long after, int limit, CancellationToken cancellationToken) =>
        reads.ReadAsync((connection, token) => _pages.ReadAsync(connection, system, key, after, limit, token), cancellationToken);

    public ValueTask<EventPage> ReadBetweenAsync(string system, string key, DateTimeOffset from, DateTimeOffset to, long after, int limit, CancellationToken cancellationToken) =>
        reads.ReadAsync((connection, token) => _pages.ReadBetweenAsync(connection, system, key, from, to, after, limit, token), cancellationToken);

    public ValueTask<SystemPage> ReadSystemAsync(string system, CommitPosition after, int limit, CancellationToken cancellationToken) =>
        reads.ReadAsync((connection, token) => _systems.ReadAsync(connection, system, after, limit, token), cancellationToken);

    public ValueTask<PastState> StateAtAsync(string system, string key, DateTimeOffset at, CancellationToken cancellationToken) =>
        reads.ReadAsync((connection, token) => _states.ReadAsync(connection, types.OfKey(system, key), key, at, token), cancellationToken);
}
