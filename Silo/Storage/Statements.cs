using Npgsql;

namespace OrleansGameState.Silo.Storage;

/// <summary>Short ways to run statements.</summary>
internal static class Statements
{
    /// <summary>A statement with positional parameters, <c>$1</c> and so on. Instants are given as UTC.</summary>
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }

    /// <summary>Runs what is run now and then; it may take as long as it takes.</summary>
    public static async Task<int> ExecuteAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<T> ScalarAsync<T>(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>An instant as the database holds it, in microseconds: the last one that is not after <paramref name="at"/>.</summary>
    public static DateTime NotAfter(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    /// <summary>The first one that is not before <paramref name="at"/>.</summary>
    public static DateTime NotBefore(DateTimeOffset at) =>
        NotAfter(at) is var floor && floor.Ticks < at.UtcTicks && at.UtcTicks < DateTime.MaxValue.Ticks - TimeSpan.TicksPerMicrosecond
            ? floor.AddMicroseconds(1)
            : floor;
}
