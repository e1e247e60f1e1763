using System.Collections.Immutable;
using Npgsql;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Silo.Storage;

/// <summary>Reads an entity's events; the rest of the log follows.</summary>
internal sealed class InterimEventLog(StoredTypes types, StoreReads reads) : IEventLog, IPendingIntents
{
    public ValueTask<EventPage> ReadAsync(string system, string key, long after, int limit, CancellationToken cancellationToken) =>
        reads.ReadAsync((connection, token) => ReadAsync(connection, system, key, after, limit, token), cancellationToken);

    public ValueTask<EventPage> ReadBetweenAsync(string system, string key, DateTimeOffset from, DateTimeOffset to, long after, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<SystemPage> ReadSystemAsync(string system, CommitPosition after, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<PastState> StateAtAsync(string system, string key, DateTimeOffset at, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<ImmutableArray<(string System, string Key)>> FindAsync(int limit, CancellationToken cancellationToken) =>
        reads.ReadAsync(
            async (connection, token) =>
            {
                var found = ImmutableArray.CreateBuilder<(string, string)>();
                await using var command = new NpgsqlCommand("select system, key from entity where pending is not null limit $1", connection) { Parameters = { new() { Value = limit } } };
                await using var reader = await command.ExecuteReaderAsync(token);
                while (await reader.ReadAsync(token))
                {
                    found.Add((reader.GetString(0), reader.GetString(1)));
                }

                return found.ToImmutable();
            },
            cancellationToken);

    private async Task<EventPage> ReadAsync(NpgsqlConnection connection, string system, string key, long after, int limit, CancellationToken token)
    {
        var events = ImmutableArray.CreateBuilder<Envelope>();
        await using var command = new NpgsqlCommand("select seq, at, type, body from entity_event where system = $1 and key = $2 and seq > $3 order by seq limit $4", connection)
        {
            Parameters = { new() { Value = system }, new() { Value = key }, new() { Value = after }, new() { Value = limit } },
        };
        await using var reader = await command.ExecuteReaderAsync(token);
        while (await reader.ReadAsync(token))
        {
            events.Add(new(system, key, reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), types.Decode(system, reader.GetString(2), reader.GetFieldValue<byte[]>(3))));
        }

        return new(events.ToImmutable(), 1, events.Count == 0 ? after : events[^1].Sequence);
    }
}
