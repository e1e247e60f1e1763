using Npgsql;
using OrleansGameState.Grains.Entities;

namespace OrleansGameState.Silo.Storage.Partitions;

/// <summary>
/// Makes the tables that events go to. Each is made apart and attached then, which lets commits go on meanwhile; making
/// it as a partition at once would keep them out. One process at a time, so that those who want the same do not meet.
/// </summary>
internal sealed class EventPartitions(NpgsqlDataSource source, StoredTypes types, TimeProvider time) : IEventPartitions
{
    private const int MonthsAhead = 2;

    /// <summary>Makes what the program's systems need now and in the next two months.</summary>
    public Task EnsureAheadAsync(CancellationToken cancellationToken)
    {
        var month = EventMonth.Of(time.GetUtcNow());
        return EnsureAsync(
            [.. types.Systems.SelectMany(system => Enumerable.Range(0, MonthsAhead + 1), (system, ahead) => new EventMonth(system, month.AddMonths(ahead)))],
            cancellationToken);
    }

    public Task EnsureAsync(string system, DateTimeOffset at, CancellationToken cancellationToken) =>
        EnsureAsync([new(system, EventMonth.Of(at))], cancellationToken);

    private async Task EnsureAsync(EventMonth[] months, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync($"select pg_advisory_xact_lock({LockNumbers.Partitions})", cancellationToken);
        foreach (var month in months)
        {
            if (!await ExistsAsync(connection, month.SystemTable, cancellationToken))
            {
                await connection.ExecuteAsync(month.SystemSql, cancellationToken);
            }

            if (!await ExistsAsync(connection, month.Table, cancellationToken))
            {
                await connection.ExecuteAsync(month.MonthSql, cancellationToken);
            }
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private static Task<bool> ExistsAsync(NpgsqlConnection connection, string table, CancellationToken cancellationToken) =>
        connection.ScalarAsync<bool>($"select to_regclass('{table}') is not null", cancellationToken);
}
