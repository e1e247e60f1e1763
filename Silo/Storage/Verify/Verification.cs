using System.Globalization;
using Npgsql;
using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Silo.Storage.Verify;

/// <summary>
/// Folds every log from where it begins, or from its oldest kept checkpoint, and holds it against what else is stored.
/// A system is read by one statement, so that a server at work does not disturb it, row by row, so that it needs little
/// memory whatever the size; PostgreSQL sorts on disk, which takes about as much temporary space as the history. It
/// changes nothing.
/// </summary>
internal sealed class Verification(NpgsqlDataSource source, StoredTypes types, TimeProvider time, TextWriter output)
{
    private const int MostReported = 1000;
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(10);

    private const string RowsSql = """
        select part, key, seq, at, commit, type, json, commit_id, (select until from entity_dropped where system = $1 and part = 2)
        from (
            select 0 as part, key, seq, at, commit, type, body as json, null::uuid as commit_id from entity_event where system = $1
            union all
            select 1, key, seq, at, 0::bigint, type, state, null::uuid from entity_checkpoint where system = $1
            union all
            select 2, key, version, at, 0::bigint, type, state, commit_id from entity where system = $1
        ) r
        order by key, seq
        """;

    private long _entities;
    private long _events;
    private long _checkpoints;
    private long _differences;
    private long _told;

    /// <summary>Tells what differs, a line each, and a summary; returns how much differs.</summary>
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        _told = time.GetTimestamp();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);

        // A server at work keeps its other cores.
        await connection.ExecuteAsync("set max_parallel_workers_per_gather = 0", cancellationToken);
        foreach (var system in await SystemsAsync(connection, cancellationToken))
        {
            if (types.Systems.Contains(system))
            {
                await CheckAsync(connection, system, cancellationToken);
            }
            else
            {
                Report($"{system}: this version of the program knows no such system; a newer one wrote it");
            }
        }

        await connection.ExecuteAsync("reset max_parallel_workers_per_gather", cancellationToken);
        await output.WriteLineAsync($"{Counts}: {(_differences == 0 ? "clean." : string.Create(CultureInfo.InvariantCulture, $"{_differences:N0} differences."))}");
        return _differences;
    }

    private string Counts => string.Create(
        CultureInfo.InvariantCulture,
        $"{_entities:N0} entities, {_events:N0} events, {_checkpoints:N0} checkpoints");

    private async Task<SortedSet<string>> SystemsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command("select system from entity union select system from entity_checkpoint order by 1");
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var systems = new SortedSet<string>(types.Systems, StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            systems.Add(reader.GetString(0));
        }

        return systems;
    }

    private async Task CheckAsync(NpgsqlConnection connection, string system, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(RowsSql, system);
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        // Rows of the same sequence come in any order.
        var same = new List<StoredRow>();
        var (key, check) = ((string?)null, (EntityCheck?)null);
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = Row(reader);
            if (same.Count > 0 && (same[0].Key != row.Key || same[0].Sequence != row.Sequence))
            {
                Add(check, same);
            }

            if (row.Key != key)
            {
                check?.End();
                (key, check) = (row.Key, Begin(system, row.Key));
            }

            same.Add(row);
            await TellProgressAsync(row.Part);
        }

        Add(check, same);
        check?.End();
    }

    private static void Add(EntityCheck? check, List<StoredRow> same)
    {
        foreach (var row in same.OrderBy(row => row.Part))
        {
            check?.Add(row);
        }

        same.Clear();
    }

    private static StoredRow Row(NpgsqlDataReader reader) => new(
        (StoredPart)reader.GetInt32(0),
        reader.GetString(1),
        reader.GetInt64(2),
        reader.GetFieldValue<DateTimeOffset>(3),
        reader.GetInt64(4),
        reader.GetString(5),
        reader.GetFieldValue<byte[]>(6),
        reader.IsDBNull(7) ? null : reader.GetGuid(7),
        reader.IsDBNull(8) ? null : reader.GetFieldValue<DateTimeOffset>(8));

    private EntityCheck? Begin(string system, string key)
    {
        _entities++;
        try
        {
            return new(types, types.OfKey(system, key), key, Report);
        }
        catch (ArgumentException)
        {
            Report($"{system} {key}: no kind of entity has such keys");
            return null;
        }
    }

    private async Task TellProgressAsync(StoredPart part)
    {
        _events += part == StoredPart.Event ? 1 : 0;
        _checkpoints += part == StoredPart.Checkpoint ? 1 : 0;
        if (time.GetElapsedTime(_told) >= ProgressEvery)
        {
            _told = time.GetTimestamp();
            await output.WriteLineAsync($"So far {Counts}.");
        }
    }

    private void Report(string difference)
    {
        if (++_differences <= MostReported)
        {
            output.WriteLine(difference);
        }
        else if (_differences == MostReported + 1)
        {
            output.WriteLine("There is more; it is counted only.");
        }
    }
}
