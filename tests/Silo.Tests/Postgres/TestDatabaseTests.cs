using Npgsql;
using OrleansGameState.Testing.Postgres;

namespace OrleansGameState.Silo.Tests.Postgres;

public sealed class TestDatabaseTests
{
    [SkippableFact]
    public async Task TestDatabase_WhenMade_IsEmptyAndUtf8AndGoneOnceDisposed()
    {
        var database = await TestDatabase.CreateAsync();
        await using (database)
        {
            Assert.Equal("UTF8 C 0", await ScalarAsync(
                database.ConnectionString,
                "SELECT current_setting('server_encoding') || ' ' || (SELECT datcollate FROM pg_database WHERE datname = current_database()) || ' ' || (SELECT count(*) FROM pg_tables WHERE schemaname = 'public')"));
        }

        Assert.Equal(0L, await ScalarAsync(await TestPostgres.ConnectionStringAsync("postgres"), $"SELECT count(*) FROM pg_database WHERE datname = '{database.Name}'"));
    }

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
