using Npgsql;
using OrleansGameState.Testing.Postgres;

namespace OrleansGameState.Silo.Tests.Storage;

/// <summary>A database of its own, and connections to it.</summary>
internal sealed class StoreDatabase : IAsyncDisposable
{
    private readonly TestDatabase _database;

    private StoreDatabase(TestDatabase database) => (_database, Source) = (database, NpgsqlDataSource.Create(database.ConnectionString));

    public NpgsqlDataSource Source { get; }

    /// <summary>An empty one.</summary>
    public static async Task<StoreDatabase> CreateAsync() => new(await TestDatabase.CreateAsync());

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
        await Source.DisposeAsync();
        await _database.DisposeAsync();
    }
}
