using Npgsql;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Silo.Storage.Partitions;

namespace OrleansGameState.Silo.Storage.Retention;

/// <summary>
/// Drops a month's table. That wants the system's events for itself for an instant: behind a long read it would wait,
/// and every commit behind it. So it waits half a second at most, and tries again later.
/// </summary>
internal sealed class MonthDrop(TimeProvider time)
{
    private const int Attempts = 20;
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>The last event of the month, in the order of commits; <see cref="CommitPosition.Start"/> where it has none.</summary>
    public static async Task<CommitPosition> LastAsync(NpgsqlConnection connection, EventMonth month, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(
            $"""select commit, key, seq from {month.Table} where commit = (select max(commit) from {month.Table}) order by key collate "C" desc, seq desc limit 1""");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new(reader.GetInt64(0), reader.GetString(1), reader.GetInt64(2)) : CommitPosition.Start;
    }

    /// <summary>False where the table was never free for it, or got events after <paramref name="last"/> meanwhile.</summary>
    public async Task<bool> TryAsync(NpgsqlConnection connection, EventMonth month, CommitPosition last, CancellationToken cancellationToken)
    {
        var pause = ShortestPause;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await DropAsync(connection, month, last, cancellationToken);
            }
            catch (PostgresException busy) when (busy.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected)
            {
                if (attempt == Attempts)
                {
                    return false;
                }
            }

            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private static async Task<bool> DropAsync(NpgsqlConnection connection, EventMonth month, CommitPosition last, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync($"set local lock_timeout = '500ms'; lock table only {month.SystemTable} in access exclusive mode", cancellationToken);
        if (await LastAsync(connection, month, cancellationToken) != last)
        {
            return false;
        }

        await connection.ExecuteAsync($"drop table {month.Table}", cancellationToken);
        await RememberAsync(connection, month, last, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static async Task RememberAsync(NpgsqlConnection connection, EventMonth month, CommitPosition last, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(
            """
            insert into entity_dropped as d (system, until, last_commit, last_key, last_seq) values ($1, $2, $3, $4, $5)
            on conflict (system) do update set until = greatest(d.until, excluded.until)
            """,
            month.System,
            month.End.UtcDateTime,
            last.Commit,
            last.Key,
            last.Sequence);
        await command.ExecuteNonQueryAsync(cancellationToken);
        await using var position = connection.Command(
            """
            update entity_dropped set last_commit = $2, last_key = $3, last_seq = $4
            where system = $1 and (last_commit, last_key collate "C", last_seq) < ($2, $3 collate "C", $4)
            """,
            month.System,
            last.Commit,
            last.Key,
            last.Sequence);
        await position.ExecuteNonQueryAsync(cancellationToken);
    }
}
