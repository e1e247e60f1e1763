using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;
using OrleansGameState.Silo.Storage.History;
using OrleansGameState.Silo.Storage.Partitions;
using OrleansGameState.Silo.Storage.Retention;
using OrleansGameState.Silo.Storage.Verify;
using OrleansGameState.Testing;

namespace OrleansGameState.Silo.Tests.Storage;

/// <summary>Worlds with a history of renamings, written as a commit writes them; each one's name at n is <c>name n</c>.</summary>
internal sealed class Worlds : IAsyncDisposable
{
    public static readonly StoredTypes Types = new(TerritoryKinds.All);

    private readonly HashSet<DateOnly> _months = [];
    private readonly HistoryReads _reads;

    private Worlds(StoreDatabase database)
    {
        Database = database;
        _reads = new(database.Reads);
        Log = new(_reads, Types);
    }

    public StoreDatabase Database { get; }

    public PostgresEventLog Log { get; }

    public static async Task<Worlds> CreateAsync() => new(await StoreDatabase.CreateMigratedAsync());

    /// <summary>Commits one event a time, from the world's next sequence on, with checkpoints where asked.</summary>
    public async Task CommitAsync(string key, IEnumerable<DateTimeOffset> times, Func<long, bool>? isCheckpoint = null)
    {
        await using var connection = await Database.Source.OpenConnectionAsync();
        foreach (var at in times)
        {
            await EnsureAsync(at);
            await using var transaction = await connection.BeginTransactionAsync();
            var sequence = await WriteAsync(connection, key, at);
            if (isCheckpoint?.Invoke(sequence) == true)
            {
                await CheckpointAsync(connection, key, sequence, at);
            }

            await transaction.CommitAsync();
        }
    }

    /// <summary>Writes the world's next event and its row; returns the event's sequence. The caller commits.</summary>
    public static async Task<long> WriteAsync(NpgsqlConnection connection, string key, DateTimeOffset at)
    {
        await using var next = new NpgsqlCommand("select coalesce((select version from entity where key = $1), 0) + 1", connection) { Parameters = { new() { Value = key } } };
        var sequence = (long)(await next.ExecuteScalarAsync())!;
        var (type, body) = Types.Encode(new WorldDescribed(at, Name(sequence)));
        await using var write = new NpgsqlCommand(
            """
            with written as (
                insert into entity (system, key, version, at, commit_id, type, state) values ('territory', $1, $2, $3, gen_random_uuid(), 'world', $4)
                on conflict (system, key) do update set version = excluded.version, at = excluded.at, commit_id = excluded.commit_id, state = excluded.state
            )
            insert into entity_event (system, key, seq, at, commit, type, body) values ('territory', $1, $2, $3, entity_commit_begin(), $5, $6)
            """,
            connection)
        {
            Parameters =
            {
                new() { Value = key },
                new() { Value = sequence },
                new() { Value = at.UtcDateTime },
                Json(State(key, sequence)),
                new() { Value = type },
                Json(body),
            },
        };
        await write.ExecuteNonQueryAsync();
        return sequence;
    }

    public static WorldState WorldAt(string key, long sequence) =>
        WorldState.Initial(key) with { Name = sequence == 0 ? "" : Name(sequence) };

    /// <summary>Drops what is older than so many days by this time.</summary>
    public Task RetainAsync(int days, DateTimeOffset now) => Retention(days, now).DropAsync(default);

    public HistoryRetention Retention(int days, DateTimeOffset now) => Retention(days, new ManualTimeProvider(now));

    public HistoryRetention Retention(int days, TimeProvider clock)
    {
        var options = new RetentionOptions { Systems = { ["territory"] = days.ToString(CultureInfo.InvariantCulture) } };
        return new(Database.Source, Types, Options.Create(options), clock, NullLogger<HistoryRetention>.Instance);
    }

    /// <summary>What verification says, a line each, without the summary.</summary>
    public async Task<string[]> VerifyAsync()
    {
        using var output = new StringWriter();
        var differences = await new Verification(Database.Source, Types, TimeProvider.System, output).RunAsync(default);
        var lines = output.ToString().Split(output.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(differences, lines.Length - 1);
        return lines[..^1];
    }

    public async Task EnsureAsync(DateTimeOffset at)
    {
        if (_months.Add(EventMonth.Of(at)))
        {
            await new EventPartitions(Database.Source, Types, TimeProvider.System).EnsureAsync("territory", at, default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _reads.Dispose();
        await Database.DisposeAsync();
    }

    private static string Name(long sequence) => string.Create(CultureInfo.InvariantCulture, $"name {sequence}");

    private static byte[] State(string key, long sequence) => TerritoryKinds.World.Encode(WorldAt(key, sequence));

    private static async Task CheckpointAsync(NpgsqlConnection connection, string key, long sequence, DateTimeOffset at)
    {
        await using var command = new NpgsqlCommand("insert into entity_checkpoint values ('territory', $1, $2, $3, 'world', $4)", connection)
        {
            Parameters = { new() { Value = key }, new() { Value = sequence }, new() { Value = at.UtcDateTime }, Json(State(key, sequence)) },
        };
        await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlParameter Json(byte[] value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Jsonb };
}
