using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OrleansGameState.Silo.Storage;
using OrleansGameState.Silo.Storage.Migrations;
using OrleansGameState.Testing.Postgres;

namespace OrleansGameState.Silo.Tests.Storage;

/// <summary>A database of its own, and connections to it.</summary>
internal sealed class StoreDatabase : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private readonly StoreSource _sources;

    private StoreDatabase(TestDatabase database)
    {
        _database = database;
        _sources = new(database.ConnectionString, writers: 1);
        Reads = new(_sources, TimeProvider.System);
    }

    public string ConnectionString => _database.ConnectionString;

    /// <summary>Connections as the program has them.</summary>
    public NpgsqlDataSource Source => _sources.Reads;

    public StoreReads Reads { get; }

    /// <summary>An empty one.</summary>
    public static async Task<StoreDatabase> CreateAsync() => new(await TestDatabase.CreateAsync());

    /// <summary>One of the program's form, without partitions.</summary>
    public static async Task<StoreDatabase> CreateMigratedAsync()
    {
        var database = await CreateAsync();
        await new Migrator(database.Source, NullLogger<Migrator>.Instance).MigrateAsync(default);
        return database;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<List<T>> ListAsync<T>(string sql)
    {
        var values = new List<T>();
        await using var command = Source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            values.Add(await reader.GetFieldValueAsync<T>(0));
        }

        return values;
    }

    public async ValueTask DisposeAsync()
    {
        await _sources.DisposeAsync();
        await _database.DisposeAsync();
    }
}
