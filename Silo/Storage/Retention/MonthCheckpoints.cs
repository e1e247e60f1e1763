using Npgsql;
using NpgsqlTypes;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Silo.Storage.Partitions;

namespace OrleansGameState.Silo.Storage.Retention;

/// <summary>
/// Keeps, of each entity that has events in a month, its state at the last of them. Such a state is true whether or not
/// the month goes, so that it is written ahead, in small transactions, and the drop itself is short.
/// </summary>
internal sealed class MonthCheckpoints(StoredTypes types)
{
    private const int AtOnce = 200;

    /// <summary>Returns how many entities there are.</summary>
    public async Task<int> KeepAsync(NpgsqlConnection connection, EventMonth month, CancellationToken cancellationToken)
    {
        var (entities, last) = (0, "");
        var isDone = false;
        while (!isDone)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

            // The drop's own commit, later, makes these durable too.
            await connection.ExecuteAsync("set local synchronous_commit = off", cancellationToken);
            for (var count = 0; count < AtOnce && !isDone; count++)
            {
                var next = await KeepNextAsync(connection, month, last, cancellationToken);
                (last, isDone) = (next ?? last, next is null);
                entities += next is null ? 0 : 1;
            }

            await transaction.CommitAsync(cancellationToken);
        }

        return entities;
    }

    private async Task<string?> KeepNextAsync(NpgsqlConnection connection, EventMonth month, string after, CancellationToken cancellationToken)
    {
        var next = await NextAsync(connection, month, after, cancellationToken);
        if (next is { Last: var last } && next.Begun.Sequence < last)
        {
            var kind = types.OfKey(month.System, next.Key);
            var state = await FoldAsync(connection, month, kind, next, cancellationToken);
            await WriteAsync(connection, kind, next, kind.Encode(state), cancellationToken);
        }

        return next?.Key;
    }

    // The next entity of the month, its last event there, and the last checkpoint to fold from.
    private static async Task<Entity?> NextAsync(NpgsqlConnection connection, EventMonth month, string after, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(
            $"""
            select l.key, l.seq, l.at, c.seq, c.state
            from (select min(key) as key from {month.Table} where key > $2) k
            cross join lateral (select key, seq, at from {month.Table} where key = k.key order by seq desc limit 1) l
            left join lateral (
                select seq, state from entity_checkpoint where system = $1 and key = k.key and seq <= l.seq order by seq desc limit 1
            ) c on true
            """,
            month.System,
            after);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(
                reader.GetString(0),
                reader.GetInt64(1),
                reader.GetFieldValue<DateTime>(2),
                reader.IsDBNull(3) ? (0, null) : (reader.GetInt64(3), reader.GetFieldValue<byte[]>(4)))
            : null;
    }

    private async Task<object> FoldAsync(NpgsqlConnection connection, EventMonth month, StoredKind kind, Entity entity, CancellationToken cancellationToken)
    {
        var sequence = entity.Begun.Sequence;
        var state = entity.Begun.State is { } stored ? kind.Decode(stored) : kind.Initial(entity.Key);
        await using var command = connection.Command($"select seq, type, body from {month.Table} where key = $1 and seq > $2 order by seq", entity.Key, sequence);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetInt64(0) != ++sequence)
            {
                throw new InvalidDataException($"{month.System} {entity.Key}: the history has event {reader.GetInt64(0)} where {sequence} belongs; nothing of {month.Table} is dropped. Run 'verify'.");
            }

            state = kind.Apply(state, types.Decode(month.System, reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
        }

        return state;
    }

    private static async Task WriteAsync(NpgsqlConnection connection, StoredKind kind, Entity entity, byte[] state, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(
            "insert into entity_checkpoint (system, key, seq, at, type, state) values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
            kind.System,
            entity.Key,
            entity.Last,
            entity.At,
            kind.Name);
        command.Parameters.Add(new() { Value = state, NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record Entity(string Key, long Last, DateTime At, (long Sequence, byte[]? State) Begun);
}
