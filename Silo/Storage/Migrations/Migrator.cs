using System.Collections.Immutable;
using Npgsql;

namespace OrleansGameState.Silo.Storage.Migrations;

/// <summary>
/// Brings a database to the form this program needs. Each migration is one transaction that also writes its row of
/// <c>schema_migration</c>, so that one is there whole or not at all; a lock of the whole database lets several
/// processes that start together do it once.
/// </summary>
internal sealed class Migrator(NpgsqlDataSource source, ImmutableArray<Migration> migrations, ILogger<Migrator> logger)
{
    private const string TableSql = """
        create table if not exists schema_migration (
            number int primary key,
            name text not null,
            checksum text not null,
            applied_at timestamptz not null default now()
        )
        """;

    public Migrator(NpgsqlDataSource source, ILogger<Migrator> logger)
        : this(source, MigrationFiles.All, logger)
    {
    }

    /// <summary>Applies what is missing; returns how many that were.</summary>
    /// <exception cref="NotStartedException">The database is not one that this program can use.</exception>
    public async Task<int> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var turn = await SessionLock.TakeAsync(connection, LockNumbers.Migrations, cancellationToken);
        // Asked first: "if not exists" wants the right to create also where there is nothing to do.
        if (!await ExistsAsync(connection, cancellationToken))
        {
            await InitializeAsync(connection, cancellationToken);
        }

        var applied = await AppliedAsync(connection, cancellationToken);
        RequireKnown(applied);
        foreach (var migration in migrations.Skip(applied.Length))
        {
            await ApplyAsync(connection, migration, cancellationToken);
            Log.Migrated(logger, migration.Number, migration.Name);
        }

        return migrations.Length - applied.Length;
    }

    /// <summary>How many are missing; changes nothing.</summary>
    /// <exception cref="NotStartedException">The database is not one that this program can use.</exception>
    public async Task<int> CountMissingAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var applied = await ExistsAsync(connection, cancellationToken) ? await AppliedAsync(connection, cancellationToken) : [];
        RequireKnown(applied);
        return migrations.Length - applied.Length;
    }

    private static Task<bool> ExistsAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.ScalarAsync<bool>("select to_regclass('schema_migration') is not null", cancellationToken);

    private static async Task<ImmutableArray<(int Number, string Name, string Checksum)>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var applied = ImmutableArray.CreateBuilder<(int, string, string)>();
        await using var command = new NpgsqlCommand("select number, name, checksum from schema_migration order by number", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add((reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        }

        return applied.DrainToImmutable();
    }

    private static async Task InitializeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.ExecuteAsync(TableSql, cancellationToken);
        }
        catch (PostgresException refused) when (!refused.IsTransient)
        {
            throw new NotStartedException($"The database {connection.Database} cannot be set up: {refused.MessageText}. Give the server a database that its user owns.", refused);
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await connection.ExecuteAsync(migration.Sql, cancellationToken);
            await using var row = new NpgsqlCommand("insert into schema_migration (number, name, checksum) values ($1, $2, $3)", connection)
            {
                Parameters = { new() { Value = migration.Number }, new() { Value = migration.Name }, new() { Value = migration.Checksum } },
            };
            await row.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (PostgresException refused) when (!refused.IsTransient)
        {
            throw new NotStartedException(
                $"Migration {migration.Number:0000} ({migration.Name}) of the database {connection.Database} failed and changed nothing: {refused.MessageText}. Give the server a database of its own, which its user owns.",
                refused);
        }
    }

    private void RequireKnown(ImmutableArray<(int Number, string Name, string Checksum)> applied)
    {
        for (var index = 0; index < applied.Length; index++)
        {
            var row = applied[index];
            if (!migrations.Any(migration => migration.Number == row.Number))
            {
                throw new NotStartedException($"The database was made by a newer version: it has migration {row.Number:0000} ({row.Name}), this version ends with {migrations[^1].Number:0000}. Use that version, or another database.");
            }

            if (migrations[index].Number != row.Number)
            {
                throw new NotStartedException($"The database has migration {row.Number:0000} but not {migrations[index].Number:0000} before it: its table schema_migration was altered. Restore a backup, or use another database.");
            }

            if (migrations[index].Checksum != row.Checksum)
            {
                throw new NotStartedException($"The database's migration {row.Number:0000} ({row.Name}) is not this version's: checksum {row.Checksum[..12]}, here {migrations[index].Checksum[..12]}. Use the version that made it, or another database.");
            }
        }
    }
}
