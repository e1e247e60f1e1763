using Npgsql;

namespace OrleansGameState.Bench.Commits;

/// <summary>
/// What the provider needs in the database: <c>OrleansQuery</c> with its statements by key, whose parameters and result
/// columns the provider names, and whatever table those statements write.
/// </summary>
internal static class AdoNetTables
{
    private const string Script = """
        CREATE TABLE OrleansQuery (QueryKey text PRIMARY KEY, QueryText text NOT NULL);

        CREATE TABLE grain_state (
            id_hash int NOT NULL, id_n0 bigint NOT NULL, id_n1 bigint NOT NULL, id_text text,
            type_hash int NOT NULL, type_text text NOT NULL, service text NOT NULL,
            payload bytea, modified timestamp NOT NULL, version int NOT NULL);
        CREATE INDEX ON grain_state (id_hash, type_hash);

        CREATE FUNCTION write_grain_state(p_id_hash int, p_n0 bigint, p_n1 bigint, p_type_hash int, p_type text, p_text text, p_service text, p_version int, p_payload bytea)
        RETURNS int LANGUAGE plpgsql AS $$
        BEGIN
            IF p_version IS NOT NULL THEN
                UPDATE grain_state SET payload = p_payload, modified = now() AT TIME ZONE 'utc', version = p_version + 1
                WHERE id_hash = p_id_hash AND type_hash = p_type_hash AND id_n0 = p_n0 AND id_n1 = p_n1
                    AND type_text = p_type AND id_text IS NOT DISTINCT FROM p_text AND service = p_service AND version = p_version;
                RETURN CASE WHEN FOUND THEN p_version + 1 ELSE p_version END;
            END IF;
            INSERT INTO grain_state
            SELECT p_id_hash, p_n0, p_n1, p_text, p_type_hash, p_type, p_service, p_payload, now() AT TIME ZONE 'utc', 1
            WHERE NOT EXISTS (SELECT FROM grain_state
                WHERE id_hash = p_id_hash AND type_hash = p_type_hash AND id_n0 = p_n0 AND id_n1 = p_n1
                    AND type_text = p_type AND id_text IS NOT DISTINCT FROM p_text AND service = p_service);
            RETURN CASE WHEN FOUND THEN 1 END;
        END $$;

        INSERT INTO OrleansQuery VALUES
            ('WriteToStorageKey', 'SELECT write_grain_state(@GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainTypeHash, @GrainTypeString, @GrainIdExtensionString, @ServiceId, @GrainStateVersion, @PayloadBinary) AS NewGrainStateVersion'),
            ('ReadFromStorageKey', 'SELECT payload AS PayloadBinary, version AS Version FROM grain_state WHERE id_hash = @GrainIdHash AND type_hash = @GrainTypeHash AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1 AND type_text = @GrainTypeString AND id_text IS NOT DISTINCT FROM @GrainIdExtensionString AND service = @ServiceId'),
            ('ClearStorageKey', 'UPDATE grain_state SET payload = NULL, version = version + 1 WHERE id_hash = @GrainIdHash AND type_hash = @GrainTypeHash AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1 AND type_text = @GrainTypeString AND id_text IS NOT DISTINCT FROM @GrainIdExtensionString AND service = @ServiceId AND version = @GrainStateVersion RETURNING version AS NewGrainStateVersion');
        """;

    public static async Task CreateAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(Script);
        await command.ExecuteNonQueryAsync();
    }
}
