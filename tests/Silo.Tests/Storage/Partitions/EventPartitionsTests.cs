using Npgsql;
using OrleansGameState.Grains.StarSystems;
using OrleansGameState.Grains.Territory;
using OrleansGameState.Silo.Storage.Partitions;
using OrleansGameState.Testing;

namespace OrleansGameState.Silo.Tests.Storage.Partitions;

public sealed class EventPartitionsTests
{
    private const string TablesSql = "select c.relname::text from pg_class c join pg_inherits i on i.inhrelid = c.oid where c.relkind in ('r', 'p') order by 1";

    private readonly ManualTimeProvider _clock = new(new(2026, 11, 30, 23, 0, 0, TimeSpan.FromHours(-5)));

    [SkippableFact]
    public async Task Ahead_MakesThisUtcMonthAndTheNextTwo()
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();

        await Partitions(database).EnsureAheadAsync(default);
        await Partitions(database).EnsureAheadAsync(default);

        Assert.Equal(
            ["entity_event_territory", "entity_event_territory_2026_12", "entity_event_territory_2027_01", "entity_event_territory_2027_02"],
            await database.ListAsync<string>(TablesSql));
    }

    [SkippableFact]
    public async Task Ahead_MakesThemForEverySystem()
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();

        await new EventPartitions(database.Source, new([.. TerritoryKinds.All, .. StarSystemKinds.All]), _clock).EnsureAheadAsync(default);

        Assert.Equal(
            ["entity_event_starsystems", "entity_event_starsystems_2026_12", "entity_event_starsystems_2027_01", "entity_event_starsystems_2027_02"],
            (await database.ListAsync<string>(TablesSql)).Where(table => table.Contains("starsystems", StringComparison.Ordinal)));
        Assert.Equal(8, (await database.ListAsync<string>(TablesSql)).Count);
    }

    [SkippableFact]
    public async Task Partitions_MadeByManyAtOnce_AreMadeOnce()
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Partitions(database).EnsureAheadAsync(default))));

        Assert.Equal(4, (await database.ListAsync<string>(TablesSql)).Count);
    }

    [SkippableFact]
    public async Task Month_MadeOnDemand_TakesItsEventsFromTheFirstInstantToTheLast()
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();
        await Assert.ThrowsAsync<PostgresException>(() => InsertAsync(database, "2031-02-01T00:00:00Z"));

        await Partitions(database).EnsureAsync("territory", new(2031, 2, 14, 3, 0, 0, TimeSpan.Zero), default);

        await InsertAsync(database, "2031-02-01T00:00:00Z");
        await InsertAsync(database, "2031-02-28T23:59:59.999999Z");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => InsertAsync(database, "2031-03-01T00:00:00Z"));
        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
        Assert.Equal(2, await database.ScalarAsync<long>("select count(*) from entity_event_territory_2031_02"));
    }

    [SkippableFact]
    public async Task Month_IsMadeWhileACommitIsOpen()
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();
        await Partitions(database).EnsureAheadAsync(default);
        await using var open = await database.Source.OpenConnectionAsync();
        await using var transaction = await open.BeginTransactionAsync();
        await using var insert = new NpgsqlCommand(InsertSql("2026-12-01T00:00:00Z"), open);
        await insert.ExecuteNonQueryAsync();

        await Partitions(database).EnsureAsync("territory", new(2031, 2, 14, 3, 0, 0, TimeSpan.Zero), default).WaitAsync(TimeSpan.FromSeconds(30));

        await InsertAsync(database, "2031-02-01T00:00:00Z");
    }

    [SkippableFact]
    public async Task Partition_HasTheIndexesAndTheCompressionOfAllEvents()
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();
        await Partitions(database).EnsureAheadAsync(default);

        Assert.Equal(2, await database.ScalarAsync<long>("select count(*) from pg_indexes where tablename = 'entity_event_territory_2026_12'"));
        Assert.Equal(6, await database.ScalarAsync<long>("select count(*) from pg_index x join pg_inherits i on i.inhparent = x.indexrelid join pg_class c on c.oid = x.indrelid where c.relname = 'entity_event_territory'"));
        Assert.Single(await database.ListAsync<string>("select distinct attcompression::text from pg_attribute a join pg_class c on c.oid = a.attrelid where attname = 'body' and relname in ('entity_event', 'entity_event_territory_2026_12')"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Territory")]
    [InlineData("a\"; drop table entity; --")]
    [InlineData("with_underscore")]
    [InlineData("averyveryveryveryveryveryverylongsystemname")]
    public void Month_OfASystemThatCannotNameATable_IsABug(string system) =>
        Assert.Throws<ArgumentException>(() => new EventMonth(system, new(2026, 1, 1)));

    [Theory]
    [InlineData("entity_event_territory_2026_12", true)]
    [InlineData("entity_event_territory_2026_13", false)]
    [InlineData("entity_event_territory", false)]
    [InlineData("somebody_elses_2026_12", false)]
    public void Table_NamesItsMonth(string table, bool is2026December) =>
        Assert.Equal(is2026December ? new EventMonth("territory", new(2026, 12, 1)) : null, EventMonth.Parse(table));

    private static string InsertSql(string at) => $"insert into entity_event values ('territory', 'ps2/1/2', 1, '{at}', 1, 'zoneRetired', '{{}}')";

    private static Task InsertAsync(StoreDatabase database, string at) => database.ExecuteAsync(InsertSql(at));

    private EventPartitions Partitions(StoreDatabase database) => new(database.Source, new(TerritoryKinds.All), _clock);
}
