using OrleansGameState.Silo.Storage.History;

namespace OrleansGameState.Silo.Tests.Storage.History;

public sealed class PostgresPendingIntentsTests
{
    [SkippableFact]
    public async Task Find_GoesRoundAllThatOwe_AndPassesOverTheOthers()
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();
        await database.ExecuteAsync(
            """
            insert into entity select 'territory', 'ps2/' || n, 1, now(), gen_random_uuid(), 'world', '{}', case when n % 2 = 0 then '[]'::jsonb end from generate_series(1, 10) n
            """);
        var pending = new PostgresPendingIntents(database.Reads);

        var found = new List<string>();
        for (var round = 0; round < 4; round++)
        {
            found.AddRange((await pending.FindAsync(2, default)).Select(entity => entity.Key));
        }

        Assert.Equal(["ps2/10", "ps2/2", "ps2/4", "ps2/6", "ps2/8", "ps2/10", "ps2/2"], found);
    }
}
