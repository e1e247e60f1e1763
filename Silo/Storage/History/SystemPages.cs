using System.Collections.Immutable;
using Npgsql;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Silo.Storage.History;

/// <summary>
/// Reads a system's events in the order of their commits. Numbers are given to commits before they end, so that a
/// greater one may be seen first; nothing is told beyond the horizon behind which none is under way any more.
/// </summary>
internal sealed class SystemPages(StoredTypes types)
{
    // In a statement of its own, before the rows: what it says is final must be seen by those who read the rows.
    private const string HorizonSql = "select entity_commit_horizon(), (select last_value from entity_commit)";

    // What was dropped is read with the rows, under the locks that dropping needs: none can go between the two unnoticed.
    private const string RowsSql = """
        select d.last_commit, d.last_key, d.last_seq, v.commit, v.key, v.seq, v.at, v.type, v.body
        from (select 1) one
        left join entity_dropped d on d.system = $1
        left join lateral (
            select commit, key, seq, at, type, body
            from entity_event
            where system = $1 and commit >= $2 and commit <= $5 and (commit > $2 or (key collate "C", seq) > ($3 collate "C", $4))
            order by commit, key collate "C", seq
            limit $6
        ) v on true
        order by v.commit, v.key collate "C", v.seq
        """;

    public async Task<SystemPage> ReadAsync(NpgsqlConnection connection, string system, CommitPosition after, int limit, CancellationToken cancellationToken)
    {
        var (horizon, last) = await HorizonAsync(connection, cancellationToken);

        // A position that this database never gave, as after a backup was restored: what follows it is unknown.
        var isForeign = after.Commit > last || after.Key.Contains('\0', StringComparison.Ordinal);
        var from = isForeign ? CommitPosition.Start : after;
        await using var command = connection.Command(RowsSql, system, from.Commit, from.Key, from.Sequence, horizon, limit);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var events = ImmutableArray.CreateBuilder<Envelope>();
        var (dropped, next) = (CommitPosition.Start, from);
        while (await reader.ReadAsync(cancellationToken))
        {
            dropped = reader.IsDBNull(0) ? dropped : Position(reader, 0);
            if (!reader.IsDBNull(3))
            {
                next = Position(reader, 3);
                var @event = types.Decode(system, reader.GetString(7), reader.GetFieldValue<byte[]>(8));
                events.Add(new(system, next.Key, next.Sequence, reader.GetFieldValue<DateTimeOffset>(6), @event));
            }
        }

        // Told once: who goes on from there missed nothing more.
        var isTruncated = IsBefore(from, dropped);
        return new(events.DrainToImmutable(), IsBefore(next, dropped) ? dropped : next, isForeign || isTruncated);
    }

    private static async Task<(long Horizon, long Last)> HorizonAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(HorizonSql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private static CommitPosition Position(NpgsqlDataReader reader, int first) =>
        new(reader.GetInt64(first), reader.GetString(first + 1), reader.GetInt64(first + 2));

    private static bool IsBefore(CommitPosition position, CommitPosition other) =>
        (position.Commit, string.CompareOrdinal(position.Key, other.Key), position.Sequence).CompareTo((other.Commit, 0, other.Sequence)) < 0;
}
