using Npgsql;
using NpgsqlTypes;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;

namespace OrleansGameState.Bench.Commits;

/// <summary>A zone with a long history, written straight into the tables.</summary>
internal sealed record SampleHistory(string Key, int Count, DateTimeOffset Start)
{
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(1);

    /// <summary>Writes one whose last event is of now, with a checkpoint every so many events; null writes none.</summary>
    public static async Task<SampleHistory> WriteAsync(NpgsqlDataSource source, string key, int facilities, int count, int? checkpointEvery)
    {
        // In whole milliseconds, which the store keeps exactly.
        var last = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        var history = new SampleHistory(key, count, last - (count * Apart));
        await using var connection = await source.OpenConnectionAsync();
        await history.CopyEventsAsync(connection, facilities);
        var state = await history.CopyCheckpointsAsync(connection, facilities, checkpointEvery);
        await using var command = new NpgsqlCommand(
            "INSERT INTO entity (system, key, version, at, commit_id, type, state) VALUES ($1, $2, $3, $4, gen_random_uuid(), $5, $6)", connection);
        command.Parameters.Add(new() { Value = TerritoryKeys.System });
        command.Parameters.Add(new() { Value = key });
        command.Parameters.Add(new() { Value = (long)count });
        command.Parameters.Add(new() { Value = history.At(count).UtcDateTime });
        command.Parameters.Add(new() { Value = TerritoryKinds.Zone.Name });
        command.Parameters.Add(new() { Value = SampleZone.Encode(state), NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync();
        return history;
    }

    /// <summary>Commit time of an event.</summary>
    public DateTimeOffset At(long sequence) => Start + (sequence * Apart);

    private async Task CopyEventsAsync(NpgsqlConnection connection, int facilities)
    {
        await using var copy = await connection.BeginBinaryImportAsync("COPY entity_event (system, key, seq, at, commit, type, body) FROM STDIN (FORMAT binary)");
        for (var sequence = 1L; sequence <= Count; sequence++)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync(TerritoryKeys.System, NpgsqlDbType.Text);
            await copy.WriteAsync(Key, NpgsqlDbType.Text);
            await copy.WriteAsync(sequence, NpgsqlDbType.Bigint);
            await copy.WriteAsync(At(sequence).UtcDateTime, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(1L, NpgsqlDbType.Bigint);
            await copy.WriteAsync(CommitSql.EventType, NpgsqlDbType.Text);
            await copy.WriteAsync(CommitSql.EncodeEvent(SampleZone.Capture(facilities, sequence - 1)), NpgsqlDbType.Jsonb);
        }

        await copy.CompleteAsync();
    }

    private async Task<ZoneState> CopyCheckpointsAsync(NpgsqlConnection connection, int facilities, int? every)
    {
        var state = ZoneState.Initial(Key);
        await using var copy = await connection.BeginBinaryImportAsync("COPY entity_checkpoint (system, key, seq, at, type, state) FROM STDIN (FORMAT binary)");
        for (var sequence = 1L; sequence <= Count; sequence++)
        {
            state = state.Apply(SampleZone.Capture(facilities, sequence - 1));
            if (sequence % every == 0)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(TerritoryKeys.System, NpgsqlDbType.Text);
                await copy.WriteAsync(Key, NpgsqlDbType.Text);
                await copy.WriteAsync(sequence, NpgsqlDbType.Bigint);
                await copy.WriteAsync(At(sequence).UtcDateTime, NpgsqlDbType.TimestampTz);
                await copy.WriteAsync(TerritoryKinds.Zone.Name, NpgsqlDbType.Text);
                await copy.WriteAsync(SampleZone.Encode(state), NpgsqlDbType.Jsonb);
            }
        }

        await copy.CompleteAsync();
        return state;
    }
}
