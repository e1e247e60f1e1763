using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;
using OrleansGameState.Silo.Storage.AdoNet;
using OrleansGameState.Silo.Storage.Scans;

namespace OrleansGameState.Silo.Tests.Storage.Scans;

public sealed class EntityScanTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task Scan_FindsTheKindsAndThePrefix_AndWhoOwes()
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();
        await InsertAsync(database, SectorKinds.Player, "u1/player/ada", Player("ada"), 7, owes: true);
        await InsertAsync(database, SectorKinds.Player, "u1/player/bob", Player("bob"), 3);
        await InsertAsync(database, SectorKinds.Player, "u10/player/ada", Player("ada"), 4);
        await InsertAsync(database, SectorKinds.Universe, "u1", UniverseState.Initial("u1"), 1);
        var scan = new PostgresEntityScan(database.Reads);

        var players = await scan.ScanAsync([SectorKinds.Player], "u1/player/", Told, default);
        var all = await scan.ScanAsync([SectorKinds.Player, SectorKinds.Universe], "", Told, default);
        var some = await scan.ScanAsync([SectorKinds.Player], "", found => found.OwedTo.IsEmpty ? null : found.Key, default);

        Assert.Equal(["player u1/player/ada 7 [u1/1 u1/2]", "player u1/player/bob 3 []"], players.Order());
        Assert.Equal(["player u1/player/ada 7 [u1/1 u1/2]", "player u1/player/bob 3 []", "player u10/player/ada 4 []", "universe u1 1 []"], all.Order());
        Assert.Equal(["u1/player/ada"], some.AsEnumerable());
    }

    [SkippableFact]
    public async Task Scan_IsOfOneInstant_WhateverIsCommittedWhileItReads()
    {
        const int Players = 2000;
        await using var database = await StoreDatabase.CreateMigratedAsync();
        await InsertManyAsync(database, Players);
        var isFirst = true;

        var found = await new PostgresEntityScan(database.Reads).ScanAsync([SectorKinds.Player], "u1/", Move, default);

        Assert.Equal(Players, found.Length);
        Assert.All(found, sector => Assert.Equal("1", sector));
        Assert.Equal(Players, await database.ScalarAsync<long>("select count(*) from entity where state->>'sector' = '2'"));

        // At the first row all go elsewhere.
        string? Move(ScannedEntity player)
        {
            if (isFirst)
            {
                isFirst = false;
                using var command = database.Source.CreateCommand("update entity set state = jsonb_set(state, '{sector}', '\"2\"'), version = version + 1");
                command.ExecuteNonQuery();
            }

            return ((PlayerState)player.State).Sector;
        }
    }

    [SkippableFact]
    public async Task Scan_OfTheOtherProvidersTable_FindsTheSame()
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();
        var types = new StoredTypes(SectorKinds.All);
        var rows = new EntityRows(types, new(types));
        await InsertRowAsync(database, rows, SectorKinds.Player, "u1/player/ada", Player("ada"), [new("u1/player/ada", "u1/1", 1, new PlayerLeft(At, Entry("ada"), PresenceReason.Moved, false, 1))]);
        await InsertRowAsync(database, rows, SectorKinds.Player, "u2/player/bob", Player("bob"), []);

        // The storage would have this key as a number.
        await InsertRowAsync(database, rows, SectorKinds.Universe, "42", UniverseState.Initial("42"), [], text: "");
        var scan = new AdoNetEntityScan(database.Reads, rows, Options.Create(new Orleans.Configuration.ClusterOptions { ServiceId = "tests" }));

        Assert.Equal(["player u1/player/ada 1 [u1/1]"], (await scan.ScanAsync([SectorKinds.Player], "u1/", Told, default)).AsEnumerable());
        Assert.Equal(["universe 42 1 []"], (await scan.ScanAsync([SectorKinds.Universe], "", Told, default)).AsEnumerable());
    }

    private static string Told(ScannedEntity found) => $"{found.Kind.Name} {found.Key} {found.Version} [{string.Join(' ', found.OwedTo)}]";

    private static PlayerState Player(string id) =>
        PlayerState.Initial($"u1/player/{id}").Apply(new PlayerSpawned(At, new($"Captain {id}", null, new($"ship-{id}", "", "")), "1", 100));

    private static PlayerEntry Entry(string id) => new(id, id, new($"ship-{id}", "", ""), null, At);

    private static async Task InsertAsync(StoreDatabase database, StoredKind kind, string key, object state, long version, bool owes = false)
    {
        await using var command = database.Source.CreateCommand(
            "insert into entity (system, key, version, at, commit_id, type, state, pending) values ('sectors', $1, $2, now(), gen_random_uuid(), $3, $4::text::jsonb, $5::text::jsonb)");
        command.Parameters.AddWithValue(key);
        command.Parameters.AddWithValue(version);
        command.Parameters.AddWithValue(kind.Name);
        command.Parameters.AddWithValue(System.Text.Encoding.UTF8.GetString(kind.Encode(state)));
        command.Parameters.AddWithValue(NpgsqlTypes.NpgsqlDbType.Text, owes ? """[{"target":"u1/1"},{"target":"u1/2"}]""" : (object)DBNull.Value);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task InsertManyAsync(StoreDatabase database, int players)
    {
        await InsertAsync(database, SectorKinds.Player, "u1/player/p0", Player("p0"), 1);
        await database.ExecuteAsync(FormattableString.Invariant($"""
            insert into entity (system, key, version, at, commit_id, type, state)
            select system, 'u1/player/p' || n, version, at, commit_id, type, state from entity, generate_series(1, {players - 1}) n
            """));
    }

    private static async Task InsertRowAsync(
        StoreDatabase database,
        EntityRows rows,
        StoredKind kind,
        string key,
        object state,
        ImmutableArray<OrleansGameState.Grains.Interfaces.Entities.Intent> pending,
        string? text = null)
    {
        var record = kind.Restore(key, 1, At, Guid.NewGuid(), state, pending, ImmutableSortedDictionary<string, long>.Empty);
        await using var command = database.Source.CreateCommand(
            "insert into orleans_storage (service_id, grain_type, grain_type_hash, grain_hash, grain_n0, grain_n1, grain_text, version, modified_at, payload) values ('tests', $1, 0, 0, 0, 0, $2, 1, now(), $3)");
        command.Parameters.AddWithValue(AdoNetEntityStore.Type(kind));
        command.Parameters.AddWithValue(text ?? key);
        command.Parameters.AddWithValue(new EntityRowSerializer().Serialize(rows.Encode(kind, record)).ToArray());
        await command.ExecuteNonQueryAsync();
    }
}
