using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Npgsql;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Silo.Storage.Partitions;

namespace OrleansGameState.Silo.Storage.Retention;

/// <summary>
/// Drops the months that are wholly older than their system's limit. Before a month goes, each entity's state at its
/// last event in it is kept, so that what comes after it can still be told. One process does it, the oldest month first.
/// </summary>
internal sealed class HistoryRetention(NpgsqlDataSource source, StoredTypes types, IOptions<RetentionOptions> options, TimeProvider time, ILogger<HistoryRetention> logger)
{
    private readonly MonthCheckpoints _checkpoints = new(types);
    private readonly MonthDrop _drop = new(time);

    /// <summary>Drops all that is due; returns the months that are gone.</summary>
    public async Task<ImmutableArray<EventMonth>> DropAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Systems.Count == 0)
        {
            return [];
        }

        var dropped = ImmutableArray.CreateBuilder<EventMonth>();
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var turn = await SessionLock.TryTakeAsync(connection, LockNumbers.Retention, cancellationToken);
        if (turn is null)
        {
            return [];
        }

        foreach (var (system, age) in options.Value.Limits)
        {
            var months = await DueAsync(connection, system, time.GetUtcNow() - age, cancellationToken);
            foreach (var month in months)
            {
                if (!await DropAsync(connection, month, cancellationToken))
                {
                    // The ones after it would leave a gap.
                    break;
                }

                dropped.Add(month);
            }

            await ForgetCheckpointsAsync(connection, system, cancellationToken);
        }

        return dropped.DrainToImmutable();
    }

    private async Task<bool> DropAsync(NpgsqlConnection connection, EventMonth month, CancellationToken cancellationToken)
    {
        var last = await MonthDrop.LastAsync(connection, month, cancellationToken);
        var entities = await _checkpoints.KeepAsync(connection, month, cancellationToken);
        if (!await _drop.TryAsync(connection, month, last, cancellationToken))
        {
            Log.Busy(logger, month.Table);
            return false;
        }

        Log.Dropped(logger, month.System, month.Month, entities);
        return true;
    }

    // Of the dropped past, only each entity's last state leads anywhere. Nobody is kept waiting for this.
    private static async Task ForgetCheckpointsAsync(NpgsqlConnection connection, string system, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(
            """
            delete from entity_checkpoint c
            using entity_dropped d
            where d.system = $1 and c.system = $1 and c.at < d.until and exists (
                select from entity_checkpoint n where n.system = $1 and n.key = c.key and n.seq > c.seq and n.at < d.until)
            """,
            system);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<ImmutableArray<EventMonth>> DueAsync(NpgsqlConnection connection, string system, DateTimeOffset limit, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(
            "select c.relname::text from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = to_regclass($1) order by 1",
            new EventMonth(system, EventMonth.Of(limit)).SystemTable);
        var due = ImmutableArray.CreateBuilder<EventMonth>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (EventMonth.Parse(reader.GetString(0)) is { } month && month.End <= limit)
            {
                due.Add(month);
            }
        }

        return due.DrainToImmutable();
    }
}
