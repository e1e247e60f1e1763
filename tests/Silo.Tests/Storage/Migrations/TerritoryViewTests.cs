using System.Collections.Immutable;
using Npgsql;
using NpgsqlTypes;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;

namespace OrleansGameState.Silo.Tests.Storage.Migrations;

public sealed class TerritoryViewTests
{
    private const string Key = "ps2/10/2";
    private static readonly DateTimeOffset At = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly FacilityCaptured Captured = new(
        At.AddMilliseconds(250), 4801, Faction.VanuSovereignty, Faction.TerranRepublic, 37537074285186809, ChangeSource.FacilityControl, At, 7, 5821, [5428010618015189713, 17], true, 2);

    private static readonly ZoneMap Map = new(
        "Indar",
        new(2026, 4, 30),
        "digest",
        [new(2101, 2201, "Northern Warpgate", 7, "Warpgate", 1, 2), new(2102, 4801, "Dahaka", 2, "Amp Station", null, null), new(2103, null, "", 0, "", null, null)],
        []);

    [SkippableFact]
    public async Task Facility_ShowsWhoHoldsIt()
    {
        await using var worlds = await WithZoneAsync(new ZoneMapChanged(At, Map), new FacilityOwnerLearned(At, 2201, Faction.NewConglomerate, At), Captured);

        Assert.Equal(
            [
                "10|2|Indar|2201|Northern Warpgate|Warpgate|2101|2|||0|mapPoll|unknown||false|ps2/10/2|3|2026-05-01 12:00:00+00",
                "10|2|Indar|4801|Dahaka|Amp Station|2102|3|37537074285186809|2026-05-01 12:00:00.25+00|0|facilityControl|unknown||false|ps2/10/2|3|2026-05-01 12:00:00+00",
            ],
            await TextAsync(worlds, "territory_facility", "facility"));
    }

    [SkippableFact]
    public async Task Facility_OfAZoneWithoutMap_IsThereWithoutName()
    {
        await using var worlds = await WithZoneAsync(new FacilityOwnerLearned(At, 2201, Faction.NewConglomerate, At));

        Assert.Equal(["10|2||2201||||2|||0|mapPoll|unknown||false|ps2/10/2|1|2026-05-01 12:00:00+00"], await TextAsync(worlds, "territory_facility", "facility"));
    }

    [SkippableFact]
    public async Task Capture_ShowsWhatWasTold()
    {
        var poll = Captured with { OutfitId = null, HeldSeconds = null, Source = ChangeSource.MapPoll, Participants = [], Restates = false, Majority = 0, UncertaintySeconds = 10 };
        await using var worlds = await WithZoneAsync(new FacilityOwnerLearned(At, 2201, Faction.NewConglomerate, At), Captured, poll);

        Assert.Equal(
            [
                "10|2|4801|1|3|37537074285186809|2026-05-01 12:00:00.25+00|2026-05-01 12:00:00+00|7|5821|facilityControl|true|[5428010618015189713, 17]|ps2/10/2|2|2",
                "10|2|4801|1|3||2026-05-01 12:00:00.25+00|2026-05-01 12:00:00+00|10||mapPoll|false|[]|ps2/10/2|3|2",
            ],
            await TextAsync(worlds, "territory_capture", "seq"));
    }

    [SkippableFact]
    public async Task EveryColumn_IsDescribed()
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();

        Assert.Empty(await database.ListAsync<string>(
            """
            select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relname in ('territory_facility', 'territory_capture') and a.attnum > 0 and col_description(c.oid, a.attnum) is null
            """));
    }

    // A row as psql would show it, its columns between bars.
    private static async Task<List<string>> TextAsync(Worlds worlds, string view, string order)
    {
        var columns = await worlds.Database.ListAsync<string>($"select attname::text from pg_attribute where attrelid = '{view}'::regclass and attnum > 0 order by attnum");
        return await worlds.Database.ListAsync<string>($"select concat_ws('|', {string.Join(", ", columns.Select(column => $"coalesce(({Utc(column)})::text, '')"))}) from {view} order by {order}");
    }

    private static string Utc(string column) => column.EndsWith("_at", StringComparison.Ordinal) ? $"({column} at time zone 'UTC') || '+00'" : column;

    // As the zone's grain would have written it, in one commit.
    private static async Task<Worlds> WithZoneAsync(params ImmutableArray<ZoneEvent> events)
    {
        var worlds = await Worlds.CreateAsync();
        await worlds.EnsureAsync(At);
        var state = events.Aggregate(ZoneState.Initial(Key), (zone, @event) => zone.Apply(@event));
        await using var connection = await worlds.Database.Source.OpenConnectionAsync();
        await using var entity = new NpgsqlCommand("insert into entity values ('territory', $1, $2, $3, gen_random_uuid(), 'zone', $4)", connection)
        {
            Parameters = { new() { Value = Key }, new() { Value = (long)events.Length }, new() { Value = At.UtcDateTime }, Json(TerritoryKinds.Zone.Encode(state)) },
        };
        await entity.ExecuteNonQueryAsync();
        for (var sequence = 1; sequence <= events.Length; sequence++)
        {
            var (type, body) = Worlds.Types.Encode(events[sequence - 1]);
            await using var command = new NpgsqlCommand("insert into entity_event values ('territory', $1, $2, $3, 2, $4, $5)", connection)
            {
                Parameters = { new() { Value = Key }, new() { Value = (long)sequence }, new() { Value = At.UtcDateTime }, new() { Value = type }, Json(body) },
            };
            await command.ExecuteNonQueryAsync();
        }

        return worlds;
    }

    private static NpgsqlParameter Json(byte[] value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Jsonb };
}
