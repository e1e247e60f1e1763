using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;

namespace OrleansGameState.Bench.Commits;

/// <summary>What the yardsticks write by hand: the same tables, the same guard.</summary>
internal sealed class CommitSql(NpgsqlDataSource source)
{
    public const string EventType = "facilityCaptured";

    /// <summary>One entity's row and its event, in a transaction of their own.</summary>
    public const string OneRow = """
        WITH changed AS (
            UPDATE entity SET version = $5, at = $6, commit_id = $4, type = $7, state = $8, pending = NULL, received = NULL
            WHERE system = $1 AND key = $2 AND commit_id = $3
            RETURNING 1)
        INSERT INTO entity_event (system, key, seq, at, commit, type, body)
        SELECT $1, $2, $5, $6, nextval('entity_commit'), $9, $10 FROM changed
        """;

    /// <summary>Many entities' rows, each with one event.</summary>
    public const string ManyRows = """
        WITH changed AS (
            UPDATE entity SET version = i.version, at = i.at, commit_id = i.commit_id, type = i.type, state = i.state, pending = NULL, received = NULL
            FROM unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[], $5::bigint[], $6::timestamptz[], $7::text[], $8::jsonb[], $9::text[], $10::jsonb[])
                AS i(system, key, expected, commit_id, version, at, type, state, event, body)
            WHERE entity.system = i.system AND entity.key = i.key AND entity.commit_id = i.expected
            RETURNING i.system, i.key, i.version, i.at, i.event, i.body)
        INSERT INTO entity_event (system, key, seq, at, commit, type, body)
        SELECT system, key, version, at, (SELECT nextval('entity_commit')), event, body FROM changed
        """;

    /// <summary>For a connection that runs <see cref="ManyRows"/>: plans made for the arrays as they are.</summary>
    public const string Plans = "SET plan_cache_mode = force_custom_plan; SET jit = off; SET enable_seqscan = off; SET enable_mergejoin = off";

    public static byte[] EncodeEvent(FacilityCaptured captured) => JsonSerializer.SerializeToUtf8Bytes(captured, TerritoryStorageJson.Default.FacilityCaptured);

    public async Task InsertAsync(ZoneKeys keys, byte[] state, Guid[] commits)
    {
        for (var entity = 0; entity < keys.Count; entity++)
        {
            commits[entity] = Guid.NewGuid();
        }

        await using var command = source.CreateCommand(
            "INSERT INTO entity (system, key, version, at, commit_id, type, state) SELECT $1, i.key, 1, now(), i.commit_id, $2, $3 FROM unnest($4::text[], $5::uuid[]) AS i(key, commit_id)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = TerritoryKeys.System, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = TerritoryKinds.Zone.Name, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = state, NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = keys.All, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = commits, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        await command.ExecuteNonQueryAsync();
    }
}
