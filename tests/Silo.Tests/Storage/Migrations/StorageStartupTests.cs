using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using OrleansGameState.Silo.Storage;
using OrleansGameState.Silo.Storage.Migrations;
using OrleansGameState.Testing;

namespace OrleansGameState.Silo.Tests.Storage.Migrations;

public sealed class StorageStartupTests
{
    private const string Nowhere = "Host=/nowhere/at/all;Username=somebody;Password=secret;Database=games;Pooling=false";
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private readonly ManualTimeProvider _clock = new();

    [SkippableFact]
    public async Task Database_WhenEmpty_CanTakeEventsAfterwards()
    {
        await using var database = await StoreDatabase.CreateAsync();

        await Startup(database.Source).StartAsync(default);
        await Startup(database.Source).StartAsync(default);

        await database.ExecuteAsync($"insert into entity_event values ('territory', 'ps2/1/2', 1, '{_clock.GetUtcNow():O}', entity_commit_begin(), 'zoneRetired', '{{}}')");
    }

    [Fact]
    public async Task Server_ThatIsNotThereForAMinute_IsRefusedWithTheCureAndWithoutThePassword()
    {
        await using var source = NpgsqlDataSource.Create(Nowhere);
        var start = Startup(source).StartAsync(default);
        while (!start.IsCompleted)
        {
            await Task.WhenAny(start, _clock.WhenTimersArePending(1)).WaitAsync(Bound);
            _clock.Advance(TimeSpan.FromSeconds(3));
        }

        var refused = await Assert.ThrowsAsync<NotStartedException>(() => start);
        Assert.Contains("/nowhere/at/all", refused.Message, StringComparison.Ordinal);
        Assert.Contains("correct ConnectionStrings:GameState", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        Assert.InRange(_clock.GetUtcNow() - new ManualTimeProvider().GetUtcNow(), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(70));
    }

    [SkippableFact]
    public async Task Database_ThatIsNotThere_IsRefusedAtOnce()
    {
        await using var database = await StoreDatabase.CreateAsync();
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "nosuch" }.ConnectionString);

        var refused = await Assert.ThrowsAsync<NotStartedException>(() => Startup(source).StartAsync(default)).WaitAsync(Bound);

        Assert.Contains("nosuch", refused.Message, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("insert into orleans_storage values ('service', 'entity/territory/world', 1, 1, 0, 0, 'ps2/1', 1, now(), null)", StorageProvider.AdoNet, StorageProvider.Own)]
    [InlineData("insert into entity values ('territory', 'ps2/1', 1, now(), gen_random_uuid(), 'world', '{}')", StorageProvider.Own, StorageProvider.AdoNet)]
    public async Task Database_WithEntitiesOfTheOtherProvider_IsRefusedWithTheCure(string row, object kept, object chosen)
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();
        await database.ExecuteAsync("insert into orleans_storage values ('service', 'PubSubRendezvousGrain', 1, 1, 0, 0, 'a stream', 1, now(), null)");
        await Startup(database.Source, (StorageProvider)kept).StartAsync(default);
        await database.ExecuteAsync(row);

        var refused = await Assert.ThrowsAsync<NotStartedException>(() => Startup(database.Source, (StorageProvider)chosen).StartAsync(default));

        Assert.Contains($"Set it to {kept}", refused.Message, StringComparison.Ordinal);
        await Startup(database.Source, (StorageProvider)kept).StartAsync(default);
    }

    private StorageStartup Startup(NpgsqlDataSource source, StorageProvider provider = StorageProvider.Own) => new(
        source,
        new(source, NullLogger<Migrator>.Instance),
        new(source, Options.Create(new StorageOptions { Provider = provider })),
        new(source, Worlds.Types, _clock),
        _clock,
        NullLogger<StorageStartup>.Instance);
}
