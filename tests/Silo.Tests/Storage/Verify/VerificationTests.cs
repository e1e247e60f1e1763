namespace OrleansGameState.Silo.Tests.Storage.Verify;

public sealed class VerificationTests
{
    private const string Key = "ps2/10";
    private const string OtherKey = "ps2/11";
    private static readonly DateTimeOffset First = new(2026, 1, 31, 23, 58, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task History_AsItWasWritten_IsClean()
    {
        await using var worlds = await WithHistoryAsync();

        Assert.Empty(await worlds.VerifyAsync());
        Assert.Empty(await AfterAsync(worlds, 20));
    }

    [SkippableTheory]
    [InlineData("delete from entity_event where key = 'ps2/10' and seq = 3", "event 3 is missing")]
    [InlineData("delete from entity_event where key = 'ps2/10' and seq in (7, 8)", "the row's version is 8, but the history ends with 6")]
    [InlineData("delete from entity_event where key = 'ps2/10' and seq < 5", "its first events are missing, although no events of that time were dropped", true)]
    [InlineData("delete from entity_event where key = 'ps2/10' and seq < 4", "events 1 to 3 are missing")]
    [InlineData("insert into entity_event select * from entity_event where key = 'ps2/10' and seq = 3", "event 3 is there twice")]
    [InlineData("update entity set state = jsonb_set(state, '{name}', '\"else\"') where key = 'ps2/10'", "state differs at $.name: the history gives \"name 8\", the row has \"else\"")]
    [InlineData("update entity set state = '[]' where key = 'ps2/10'", "state cannot be read")]
    [InlineData("update entity_checkpoint set state = jsonb_set(state, '{online}', 'true') where key = 'ps2/10' and seq = 4", "checkpoint 4 differs at $.online: the history gives nothing, the checkpoint has true")]
    [InlineData("update entity set version = 9 where key = 'ps2/10'", "the row's version is 9, but the history ends with 8")]
    [InlineData("update entity set version = 7 where key = 'ps2/10'", "event 8 is there, but the row's version is 7")]
    [InlineData("update entity set at = at + interval '1 second' where key = 'ps2/10'", "the row's time is")]
    [InlineData("update entity set commit_id = '00000000-0000-0000-0000-000000000000' where key = 'ps2/10'", "its row carries no commit id")]
    [InlineData("update entity set type = 'zone' where key = 'ps2/10'", "its type is 'zone', but by its key it is a world")]
    [InlineData("update entity_event set at = at - interval '100 seconds' where key = 'ps2/10' and seq = 6", "event 6 has a time")]
    [InlineData("update entity_event set commit = 1 where key = 'ps2/10' and seq = 6", "event 6 has a commit, 1")]
    [InlineData("update entity_event set type = 'unheard' where key = 'ps2/10' and seq = 6", "event 6 cannot be read")]
    [InlineData("delete from entity where key = 'ps2/10'", "no row in entity")]
    [InlineData("update entity set key = 'elsewhere' where key = 'ps2/10'", "no kind of entity has such keys", false, "elsewhere")]
    public async Task Fault_IsFoundAndOnlyWhereItIs(string fault, string told, bool isAfterCheckpoint = false, string at = Key)
    {
        await using var worlds = await WithHistoryAsync();
        await worlds.Database.ExecuteAsync(isAfterCheckpoint ? fault.Replace("< 5", "<= 4", StringComparison.Ordinal) : fault);

        var lines = await worlds.VerifyAsync();

        Assert.Contains(lines, line => line.StartsWith($"territory {at}: ", StringComparison.Ordinal) && line.Contains(told, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith($"territory {OtherKey}:", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task FaultAfterRetention_IsFound()
    {
        await using var worlds = await WithHistoryAsync();
        Assert.Empty(await AfterAsync(worlds, 20));
        await worlds.Database.ExecuteAsync("update entity_checkpoint set state = jsonb_set(state, '{name}', '\"else\"') where key = 'ps2/10' and seq = 2; delete from entity_event where key = 'ps2/11' and seq = 4");

        var lines = await worlds.VerifyAsync();

        Assert.Equal("territory ps2/11: event 4 is missing", Assert.Single(lines));
    }

    private static async Task<string[]> AfterAsync(Worlds worlds, int days)
    {
        await worlds.RetainAsync(days, new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.True(await worlds.Database.ScalarAsync<bool>("select to_regclass('entity_event_territory_2026_01') is null"));
        return await worlds.VerifyAsync();
    }

    // Two worlds of eight events each, over the end of a month.
    private static async Task<Worlds> WithHistoryAsync()
    {
        var worlds = await Worlds.CreateAsync();
        foreach (var key in new[] { Key, OtherKey })
        {
            await worlds.CommitAsync(key, Enumerable.Range(0, 8).Select(minute => First.AddMinutes(minute)), sequence => sequence is 4);
        }

        return worlds;
    }
}
