using Npgsql;
using NpgsqlTypes;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;

namespace OrleansGameState.Bench.Commits;

/// <summary>
/// The limit: the same rows by statements over arrays, on two connections that always have the next batch ready, with
/// JSON made beforehand. Nobody waits for a single one.
/// </summary>
internal sealed class HandBatches(NpgsqlDataSource source, CommitSql sql, ZoneKeys keys, int facilities)
{
    private const int Connections = 2;
    private const int Largest = 500;

    private readonly byte[] _state = SampleZone.Encode(SampleZone.With(keys.All[0], facilities));
    private readonly byte[] _event = CommitSql.EncodeEvent(SampleZone.Capture(facilities, 0));
    private readonly Guid[] _commits = new Guid[keys.Count];
    private readonly long[] _versions = new long[keys.Count];

    public Task PrepareAsync() => sql.InsertAsync(keys, _state, _commits);

    /// <summary>Commits until told to stop; tells how many.</summary>
    public async Task<long> RunAsync(Func<bool> goesOn)
    {
        var share = keys.Count / Connections;
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(connection => Task.Run(() => RunAsync(connection * share, share, goesOn))));
        return counts.Sum();
    }

    private async Task<long> RunAsync(int first, int share, Func<bool> goesOn)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using (var plans = new NpgsqlCommand(CommitSql.Plans, connection))
        {
            await plans.ExecuteNonQueryAsync();
        }

        var count = 0L;
        for (var at = 0; goesOn(); at = at + Largest >= share ? 0 : at + Largest)
        {
            count += await WriteAsync(connection, first + at, Math.Min(Largest, share - at));
        }

        return count;
    }

    private async Task<int> WriteAsync(NpgsqlConnection connection, int first, int count)
    {
        var (now, next) = (TimeProvider.System.GetUtcNow().UtcDateTime, new Guid[count]);
        for (var place = 0; place < count; place++)
        {
            next[place] = Guid.NewGuid();
            _versions[first + place]++;
        }

        await using var command = new NpgsqlCommand(CommitSql.ManyRows, connection);
        Add(command, Same(TerritoryKeys.System, count), NpgsqlDbType.Text);
        Add(command, keys.All[first..(first + count)], NpgsqlDbType.Text);
        Add(command, _commits[first..(first + count)], NpgsqlDbType.Uuid);
        Add(command, next, NpgsqlDbType.Uuid);
        Add(command, _versions[first..(first + count)], NpgsqlDbType.Bigint);
        Add(command, Same(now, count), NpgsqlDbType.TimestampTz);
        Add(command, Same(TerritoryKinds.Zone.Name, count), NpgsqlDbType.Text);
        Add(command, Same(_state, count), NpgsqlDbType.Jsonb);
        Add(command, Same(CommitSql.EventType, count), NpgsqlDbType.Text);
        Add(command, Same(_event, count), NpgsqlDbType.Jsonb);
        await command.PrepareAsync();
        if (await command.ExecuteNonQueryAsync() is var written && written != count)
        {
            throw new InvalidOperationException($"{written} of {count} were written.");
        }

        next.CopyTo(_commits, first);
        return count;
    }

    private static T[] Same<T>(T value, int count) => [.. Enumerable.Repeat(value, count)];

    private static void Add<T>(NpgsqlCommand command, T[] values, NpgsqlDbType type) =>
        command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
}
