using System.Text;
using FsCheck.Fluent;
using Npgsql;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;
using OrleansGameState.Grains.Tests.Territory;
using OrleansGameState.Testing.Postgres;

namespace OrleansGameState.Grains.Tests.Golden;

/// <summary>The real jsonb, which the other tests model.</summary>
public sealed class PostgresTests
{
    private static readonly StoredTypes Types = new(TerritoryKinds.All);

    [SkippableFact]
    public async Task GoldenFiles_AreWhatTheDatabaseGivesBack()
    {
        string[] files = [.. GoldenSystem.All.SelectMany(system => GoldenFile.Of(system.Name)).Select(file => file.Text())];

        Assert.Equal(files, await ThroughDatabase(files));
    }

    [SkippableFact]
    public async Task States_ComeBackEqual()
    {
        var states = TerritoryGens.States.Sample(300, 30).Select(entity => (Kind: Types.OfKey(TerritoryKeys.System, entity.Key), entity.State)).ToArray();
        string[] written = [.. states.Select(entity => Encoding.UTF8.GetString(entity.Kind.Encode(entity.State)))];

        var read = await ThroughDatabase(written);

        Assert.Equal(written, states.Zip(read, (entity, row) => Encoding.UTF8.GetString(entity.Kind.Encode(entity.Kind.Decode(Encoding.UTF8.GetBytes(row))))));
    }

    [SkippableFact]
    public async Task Events_ComeBackEqual()
    {
        var events = TerritoryGens.Events.Sample(1000, 30).Select(Types.Encode).ToArray();
        string[] written = [.. events.Select(stored => Encoding.UTF8.GetString(stored.Json))];

        var read = await ThroughDatabase(written);

        Assert.Equal(written, events.Zip(read, (stored, row) => Encoding.UTF8.GetString(Types.Encode(Types.Decode(TerritoryKeys.System, stored.Name, Encoding.UTF8.GetBytes(row))).Json)));
    }

    [SkippableTheory]
    [InlineData("a\0b")]
    [InlineData("\\\0")]
    [InlineData("\\u0000")]
    [InlineData("\u0001\u001f\u007f\u2028")]
    public async Task Text_IsRefusedHereExactlyWhereItIsRefusedThere(string name)
    {
        var (type, json) = Types.Encode(new WorldDescribed(ZoneStory.Start, name));

        var here = Record.Exception(() => JsonText.RequireStorable("territory", "ps2/10", type, json)) is UnstorableTextException;
        var there = await Record.ExceptionAsync(() => ThroughDatabase([Encoding.UTF8.GetString(json)])) is PostgresException;

        Assert.Equal(name.Contains('\0'), here);
        Assert.Equal(there, here);
    }

    private static async Task<string[]> ThroughDatabase(string[] documents)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select document::jsonb::text from unnest($1) with ordinality as t(document, n) order by n", connection);
        command.Parameters.Add(new() { Value = documents });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return [.. rows];
    }
}
