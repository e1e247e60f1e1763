using Npgsql;
using NpgsqlTypes;

namespace OrleansGameState.Silo.Storage.Commits;

/// <summary>A writer's own connection, opened when it is needed and again after it was lost.</summary>
internal sealed class CommitConnection(NpgsqlDataSource source, int timeoutSeconds) : IAsyncDisposable
{
    // Rows by key, whatever the planner thinks of a table that was empty when it last looked; and no compiling of plans
    // that take less time than that. The arrays are of a different length each time: a plan for each. A server that loses
    // this process in the middle of a statement must not hold its rows locked for hours.
    private const string Settings = """
        set jit = off;
        set plan_cache_mode = force_custom_plan;
        set enable_seqscan = off;
        set enable_mergejoin = off;
        set tcp_keepalives_idle = 10;
        set tcp_keepalives_interval = 5;
        set tcp_keepalives_count = 3;
        """;

    private const string StoredSql = """
        select i.n, e.commit_id
        from unnest($1::text[], $2::text[]) with ordinality as i (system, key, n)
        left join entity e on e.system = i.system and e.key = i.key
        """;

    private NpgsqlConnection? _connection;

    public async Task OpenAsync()
    {
        if (_connection is { State: System.Data.ConnectionState.Open })
        {
            return;
        }

        await DropAsync();
        var connection = await source.OpenConnectionAsync();
        await using (var settings = new NpgsqlCommand(Settings, connection))
        {
            await settings.ExecuteNonQueryAsync();
        }

        _connection = connection;
    }

    /// <summary>Writes all that can be written, and returns the commit ids of what was.</summary>
    public async Task<HashSet<Guid>> WriteAsync(List<PendingCommit> batch)
    {
        var written = new HashSet<Guid>(batch.Count);
        await using var commands = CommitBatch.Create(_connection!, batch.Select(commit => commit.Write), timeoutSeconds);
        await using var reader = await commands.ExecuteReaderAsync();
        do
        {
            while (await reader.ReadAsync())
            {
                written.Add(reader.GetGuid(0));
            }
        }
        while (await reader.NextResultAsync());
        return written;
    }

    /// <summary>The commit ids that the rows carry now; null where there is no row.</summary>
    public async Task<List<(PendingCommit Commit, Guid? Stored)>> ReadStoredAsync(List<PendingCommit> commits)
    {
        await using var command = new NpgsqlCommand(StoredSql, _connection)
        {
            CommandTimeout = timeoutSeconds,
            Parameters =
            {
                new NpgsqlParameter<string[]> { TypedValue = [.. commits.Select(commit => commit.Write.System)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                new NpgsqlParameter<string[]> { TypedValue = [.. commits.Select(commit => commit.Write.Key)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            },
        };
        var stored = new List<(PendingCommit, Guid?)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            stored.Add((commits[(int)reader.GetInt64(0) - 1], reader.IsDBNull(1) ? null : reader.GetGuid(1)));
        }

        return stored;
    }

    /// <summary>Forgets a connection that is lost.</summary>
    public async Task DropAsync()
    {
        (var connection, _connection) = (_connection, null);
        if (connection is not null)
        {
            await connection.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await DropAsync();
}
