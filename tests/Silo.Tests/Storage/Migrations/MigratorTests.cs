using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Silo.Storage.Migrations;

namespace OrleansGameState.Silo.Tests.Storage.Migrations;

public sealed class MigratorTests
{
    private static readonly Migration First = new(1, "first", "create table a (n int); insert into a values (1);");
    private static readonly Migration Second = new(2, "second", "insert into a values (2);");

    [Fact]
    public void Files_AreNumberedFromOneWithoutHoles() =>
        Assert.Equal(Enumerable.Range(1, MigrationFiles.All.Length), MigrationFiles.All.Select(migration => migration.Number));

    [SkippableFact]
    public async Task Database_WhenEmpty_GetsAllAndASecondTimeNone()
    {
        await using var database = await StoreDatabase.CreateAsync();

        Assert.Equal(MigrationFiles.All.Length, await Migrator(database, [.. MigrationFiles.All]).MigrateAsync(default));
        Assert.Equal(0, await Migrator(database, [.. MigrationFiles.All]).MigrateAsync(default));

        Assert.Equal(MigrationFiles.All.Length, await database.ScalarAsync<long>("select count(*) from schema_migration where applied_at is not null"));
    }

    [SkippableFact]
    public async Task Migrators_ThatStartTogether_ApplyEachOnce()
    {
        await using var database = await StoreDatabase.CreateAsync();

        var applied = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Migrator(database, First, Second).MigrateAsync(default))));

        Assert.Equal(2, applied.Sum());
        Assert.Equal([1, 2], await database.ListAsync<int>("select n from a order by n"));
    }

    [SkippableFact]
    public async Task Migration_ThatFailsHalfway_LeavesNothingAndCanBeRepaired()
    {
        await using var database = await StoreDatabase.CreateAsync();
        var broken = Second with { Sql = "insert into a values (2); insert into nowhere values (3);" };

        var refused = await Assert.ThrowsAsync<NotStartedException>(() => Migrator(database, First, broken).MigrateAsync(default));

        Assert.Contains("Migration 0002 (second)", refused.Message, StringComparison.Ordinal);
        Assert.Equal([1], await database.ListAsync<int>("select n from a"));
        Assert.Equal(1, await Migrator(database, First, Second).MigrateAsync(default));
    }

    [SkippableFact]
    public async Task Database_OfANewerVersion_IsRefused()
    {
        await using var database = await StoreDatabase.CreateAsync();
        await Migrator(database, First, Second).MigrateAsync(default);

        var refused = await Assert.ThrowsAsync<NotStartedException>(() => Migrator(database, First).MigrateAsync(default));

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Database_OfAnotherMigrationOfThatNumber_IsRefused()
    {
        await using var database = await StoreDatabase.CreateAsync();
        await Migrator(database, First).MigrateAsync(default);

        var refused = await Assert.ThrowsAsync<NotStartedException>(() => Migrator(database, First with { Sql = "select 1" }).MigrateAsync(default));

        Assert.Contains("checksum", refused.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Database_ThatIsInUseBySomebodyElse_IsRefusedUnharmed()
    {
        await using var database = await StoreDatabase.CreateAsync();
        await database.ExecuteAsync("create table entity (theirs int)");

        var refused = await Assert.ThrowsAsync<NotStartedException>(() => Migrator(database, [.. MigrationFiles.All]).MigrateAsync(default));

        Assert.Contains("database of its own", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["entity", "schema_migration"], await database.ListAsync<string>("select tablename::text from pg_tables where schemaname = 'public' order by 1"));
    }

    [Fact]
    public void Checksum_DoesNotHangOnLineEnds() =>
        Assert.Equal((First with { Sql = "a\nb\n" }).Checksum, (First with { Sql = "a\r\nb\r\n" }).Checksum);

    private static Migrator Migrator(StoreDatabase database, params Migration[] migrations) =>
        new(database.Source, [.. migrations], NullLogger<Migrator>.Instance);
}
