using Npgsql;
using NpgsqlTypes;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;

namespace OrleansGameState.Bench.Commits;

/// <summary>The same rows by Npgsql, one transaction each, on as many connections as the pool has.</summary>
internal sealed class RowWriters(NpgsqlDataSource source, CommitSql sql, ZoneKeys keys, int facilities) : IWriters
{
    private readonly byte[] _state = SampleZone.Encode(SampleZone.With(keys.All[0], facilities));
    private readonly byte[] _event = CommitSql.EncodeEvent(SampleZone.Capture(facilities, 0));
    private readonly Guid[] _commits = new Guid[keys.Count];
    private readonly long[] _versions = new long[keys.Count];

    public Task PrepareAsync() => sql.InsertAsync(keys, _state, _commits);

    public async Task WriteAsync(int entity)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(CommitSql.OneRow, connection);
        var (expected, next) = (_commits[entity], Guid.NewGuid());
        Add(command, TerritoryKeys.System, NpgsqlDbType.Text);
        Add(command, keys.All[entity], NpgsqlDbType.Text);
        Add(command, expected, NpgsqlDbType.Uuid);
        Add(command, next, NpgsqlDbType.Uuid);
        Add(command, ++_versions[entity] + 1, NpgsqlDbType.Bigint);
        Add(command, TimeProvider.System.GetUtcNow().UtcDateTime, NpgsqlDbType.TimestampTz);
        Add(command, TerritoryKinds.Zone.Name, NpgsqlDbType.Text);
        Add(command, _state, NpgsqlDbType.Jsonb);
        Add(command, CommitSql.EventType, NpgsqlDbType.Text);
        Add(command, _event, NpgsqlDbType.Jsonb);
        await command.PrepareAsync();
        if (await command.ExecuteNonQueryAsync() != 1)
        {
            throw new InvalidOperationException($"{keys.All[entity]} was not written.");
        }

        _commits[entity] = next;
    }

    private static void Add<T>(NpgsqlCommand command, T value, NpgsqlDbType type) =>
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
}
