using System.Collections.Immutable;
using Npgsql;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Silo.Storage.History;

/// <summary>Reads an entity's events. One statement, so that the page, the oldest and the latest are of one instant.</summary>
internal sealed class EntityPages(StoredTypes types)
{
    private const string AfterSql = Head + "and seq > $3" + Tail;

    private const string BetweenSql = Head + "and seq > $3 and at >= $5 and at < $6" + Tail;

    private const string Head = """
        select e.version, coalesce(o.seq, e.version + 1), v.seq, v.at, v.type, v.body
        from entity e
        left join lateral (
            select seq from entity_event where system = $1 and key = $2 order by seq limit 1
        ) o on true
        left join lateral (
            select seq, at, type, body from entity_event where system = $1 and key = $2
        """ + " ";

    private const string Tail = " " + """
            order by seq limit $4
        ) v on true
        where e.system = $1 and e.key = $2
        order by v.seq
        """;

    private static readonly EventPage Unknown = new([], 1, 0);

    public async Task<EventPage> ReadAsync(NpgsqlConnection connection, string system, string key, long after, int limit, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(AfterSql, system, key, after, limit);
        return await ReadAsync(command, system, key, cancellationToken);
    }

    public async Task<EventPage> ReadBetweenAsync(NpgsqlConnection connection, string system, string key, DateTimeOffset from, DateTimeOffset to, long after, int limit, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(BetweenSql, system, key, after, limit, Statements.NotBefore(from), Statements.NotBefore(to));
        return await ReadAsync(command, system, key, cancellationToken);
    }

    private async Task<EventPage> ReadAsync(NpgsqlCommand command, string system, string key, CancellationToken cancellationToken)
    {
        var page = Unknown;
        var events = ImmutableArray.CreateBuilder<Envelope>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            page = new([], reader.GetInt64(1), reader.GetInt64(0));
            if (!reader.IsDBNull(2))
            {
                var @event = types.Decode(system, reader.GetString(4), reader.GetFieldValue<byte[]>(5));
                events.Add(new(system, key, reader.GetInt64(2), reader.GetFieldValue<DateTimeOffset>(3), @event));
            }
        }

        return page with { Events = events.DrainToImmutable() };
    }
}
