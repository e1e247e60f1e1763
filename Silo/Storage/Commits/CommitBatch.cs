using Npgsql;
using NpgsqlTypes;

namespace OrleansGameState.Silo.Storage.Commits;

/// <summary>
/// Any number of writes, each guarded, each with its events, as one transaction and one round trip: a statement for rows
/// that are there, one for rows that are not, one for checkpoints, each only where there is something for it.
/// </summary>
internal static class CommitBatch
{
    // Arrays of rows, and arrays of their events. A write is told from all others by its commit id, so that it joins them.
    private const string Rows = """
        unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[], $5::bigint[], $6::timestamptz[], $7::text[], $8::jsonb[], $9::json[], $10::json[])
            as i (system, key, expected, commit_id, version, at, type, state, pending, received)
        """;

    private const string Events = """
        events as (
            insert into entity_event (system, key, seq, at, commit, type, body)
            select w.system, w.key, v.seq, v.at, (select entity_commit_begin()), v.type, v.body
            from written w
            join unnest($11::uuid[], $12::bigint[], $13::timestamptz[], $14::text[], $15::jsonb[]) as v (commit_id, seq, at, type, body)
                on v.commit_id = w.commit_id
        )
        select commit_id from written
        """;

    private const string UpdateSql = $"""
        with written as (
            update entity e
            set version = i.version, at = i.at, commit_id = i.commit_id, type = i.type, state = i.state, pending = i.pending, received = i.received
            from {Rows}
            where e.system = i.system and e.key = i.key and e.commit_id = i.expected
            returning e.system, e.key, e.commit_id
        ), {Events}
        """;

    private const string InsertSql = $"""
        with written as (
            insert into entity (system, key, commit_id, version, at, type, state, pending, received)
            select i.system, i.key, i.commit_id, i.version, i.at, i.type, i.state, i.pending, i.received
            from {Rows}
            on conflict do nothing
            returning system, key, commit_id
        ), {Events}
        """;

    // After the rows: what carries the commit id was written.
    private const string CheckpointSql = """
        insert into entity_checkpoint (system, key, seq, at, type, state)
        select e.system, e.key, e.version, e.at, e.type, e.state
        from unnest($1::text[], $2::text[], $3::uuid[]) as i (system, key, commit_id)
        join entity e on e.system = i.system and e.key = i.key and e.commit_id = i.commit_id
        on conflict do nothing
        """;

    public static NpgsqlBatch Create(NpgsqlConnection connection, IEnumerable<EntityWrite> writes, int timeoutSeconds)
    {
        // In one order always, so that two processes that write the same rows wait for each other and never in a circle.
        EntityWrite[] sorted = [.. writes.OrderBy(write => write.System, StringComparer.Ordinal).ThenBy(write => write.Key, StringComparer.Ordinal)];
        var batch = new NpgsqlBatch(connection) { Timeout = timeoutSeconds };
        Add(batch, UpdateSql, [.. sorted.Where(write => write.Expected is not null)]);
        Add(batch, InsertSql, [.. sorted.Where(write => write.Expected is null)]);
        AddCheckpoints(batch, [.. sorted.Where(write => write.IsCheckpoint)]);
        return batch;
    }

    private static void Add(NpgsqlBatch batch, string sql, EntityWrite[] writes)
    {
        if (writes.Length == 0)
        {
            return;
        }

        (Guid CommitId, EventWrite Event)[] events = [.. writes.SelectMany(write => write.Events, (write, stored) => (write.CommitId, stored))];
        batch.BatchCommands.Add(new(sql)
        {
            Parameters =
            {
                Array(writes, write => write.System, NpgsqlDbType.Text),
                Array(writes, write => write.Key, NpgsqlDbType.Text),
                Array(writes, write => write.Expected, NpgsqlDbType.Uuid),
                Array(writes, write => write.CommitId, NpgsqlDbType.Uuid),
                Array(writes, write => write.Version, NpgsqlDbType.Bigint),
                Array(writes, write => write.At.UtcDateTime, NpgsqlDbType.TimestampTz),
                Array(writes, write => write.Kind, NpgsqlDbType.Text),
                Array(writes, write => write.State, NpgsqlDbType.Jsonb),
                Array(writes, write => write.Pending, NpgsqlDbType.Json),
                Array(writes, write => write.Received, NpgsqlDbType.Json),
                Array(events, item => item.CommitId, NpgsqlDbType.Uuid),
                Array(events, item => item.Event.Sequence, NpgsqlDbType.Bigint),
                Array(events, item => item.Event.At.UtcDateTime, NpgsqlDbType.TimestampTz),
                Array(events, item => item.Event.Type, NpgsqlDbType.Text),
                Array(events, item => item.Event.Body, NpgsqlDbType.Jsonb),
            },
        });
    }

    private static void AddCheckpoints(NpgsqlBatch batch, EntityWrite[] writes)
    {
        if (writes.Length == 0)
        {
            return;
        }

        batch.BatchCommands.Add(new(CheckpointSql)
        {
            Parameters =
            {
                Array(writes, write => write.System, NpgsqlDbType.Text),
                Array(writes, write => write.Key, NpgsqlDbType.Text),
                Array(writes, write => write.CommitId, NpgsqlDbType.Uuid),
            },
        });
    }

    private static NpgsqlParameter<TValue[]> Array<TItem, TValue>(TItem[] items, Converter<TItem, TValue> value, NpgsqlDbType element) =>
        new() { TypedValue = System.Array.ConvertAll(items, value), NpgsqlDbType = NpgsqlDbType.Array | element };
}
