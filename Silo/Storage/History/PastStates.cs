using Npgsql;
using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Silo.Storage.History;

/// <summary>
/// Tells states of the past: the last checkpoint that is not after the instant, and the events from there on, one by
/// one. Both statements are in one transaction: the first one's locks keep the partitions from being dropped before
/// the second.
/// </summary>
internal sealed class PastStates(StoredTypes types)
{
    // A checkpoint serves only where all events after it are kept, that is from the one before the oldest event on.
    private const string BaseSql = """
        select e.version, o.seq, o.at, f.at, c.seq, c.at, c.state, coalesce(n.seq, e.version)
        from entity e
        left join lateral (
            select seq, at from entity_event where system = $1 and key = $2 order by seq limit 1
        ) o on true
        left join lateral (
            select at from entity_checkpoint
            where system = $1 and key = $2 and seq >= coalesce(o.seq - 1, e.version)
            order by seq limit 1
        ) f on true
        left join lateral (
            select seq, at, state from entity_checkpoint
            where system = $1 and key = $2 and seq >= coalesce(o.seq - 1, e.version) and at <= $3
            order by seq desc limit 1
        ) c on true
        left join lateral (
            select seq from entity_checkpoint where system = $1 and key = $2 and seq > coalesce(c.seq, 0) and at > $3 order by seq limit 1
        ) n on true
        where e.system = $1 and e.key = $2
        """;

    // The bound above is the next checkpoint, or what the state row tells: by time alone, all later events would be looked at.
    private const string EventsSql = """
        select seq, at, type, body
        from entity_event
        where system = $1 and key = $2 and seq > $3 and seq <= $6 and at >= $4 and at <= $5
        order by seq
        """;

    /// <summary>The state then.</summary>
    /// <exception cref="InvalidDataException">The history has a hole; the entity's answer would be wrong.</exception>
    public async Task<PastState> ReadAsync(NpgsqlConnection connection, StoredKind kind, string key, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var (begun, through) = await BaseAsync(connection, kind, key, at, cancellationToken);
        return begun.State is null || begun.Since > at ? begun with { State = null } : await FoldAsync(connection, kind, key, begun, through, at, cancellationToken);
    }

    // With the sequence after which no event can be that old.
    private static async Task<(PastState Begun, long Through)> BaseAsync(NpgsqlConnection connection, StoredKind kind, string key, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(BaseSql, kind.System, key, Statements.NotAfter(at));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken) || reader.GetInt64(0) == 0)
        {
            return (PastState.Unknown, 0);
        }

        var isWhole = !reader.IsDBNull(1) && reader.GetInt64(1) == 1;
        var since = reader.IsDBNull(isWhole ? 2 : 3) ? (DateTimeOffset?)null : reader.GetFieldValue<DateTimeOffset>(isWhole ? 2 : 3);
        var past = PastState.Unknown with { Since = since, IsTruncated = !isWhole };
        var begun = reader.IsDBNull(4)
            ? past with { State = isWhole ? kind.Initial(key) : null }
            : past with { State = kind.Decode(reader.GetFieldValue<byte[]>(6)), Sequence = reader.GetInt64(4), At = reader.GetFieldValue<DateTimeOffset>(5) };
        return (begun, reader.GetInt64(7));
    }

    private async Task<PastState> FoldAsync(NpgsqlConnection connection, StoredKind kind, string key, PastState begun, long through, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(EventsSql, kind.System, key, begun.Sequence, begun.At.UtcDateTime, Statements.NotAfter(at), through);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (state, sequence, last) = (begun.State!, begun.Sequence, begun.At);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetInt64(0) != ++sequence)
            {
                throw new InvalidDataException($"{kind.System} {key}: the history has event {reader.GetInt64(0)} where {sequence} belongs. Stop the server and run 'verify'.");
            }

            state = kind.Apply(state, types.Decode(kind.System, reader.GetString(2), reader.GetFieldValue<byte[]>(3)));
            last = reader.GetFieldValue<DateTimeOffset>(1);
        }

        return begun with { State = state, Sequence = sequence, At = last };
    }
}
