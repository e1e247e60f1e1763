using Npgsql;

namespace OrleansGameState.Silo.Storage;

/// <summary>An advisory lock that one connection holds over several transactions. Ends with the connection at the latest.</summary>
internal sealed class SessionLock : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly long _number;

    private SessionLock(NpgsqlConnection connection, long number) => (_connection, _number) = (connection, number);

    /// <summary>Waits for the lock as long as it takes.</summary>
    public static async Task<SessionLock> TakeAsync(NpgsqlConnection connection, long number, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync($"select pg_advisory_lock({number})", cancellationToken);
        return new(connection, number);
    }

    /// <summary>Null where another has it.</summary>
    public static async Task<SessionLock?> TryTakeAsync(NpgsqlConnection connection, long number, CancellationToken cancellationToken) =>
        await connection.ScalarAsync<bool>($"select pg_try_advisory_lock({number})", cancellationToken) ? new(connection, number) : null;

    public async ValueTask DisposeAsync()
    {
        if (_connection.FullState == System.Data.ConnectionState.Open)
        {
            await _connection.ExecuteAsync($"select pg_advisory_unlock({_number})", CancellationToken.None);
        }
    }
}
