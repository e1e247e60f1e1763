namespace OrleansGameState.Silo.Tests.Sectors;

public sealed class PresenceTests
{
    [Fact]
    public async Task Presence_HasEachPlayerOnce_WhileTheyMove_NeverOlderThanAnAcknowledgedMove()
    {
        await using var silo = await UniverseSilo.ImportedAsync(maxUses: null);
        string[] players = ["ada", "bob", "cat", "dan"];
        await silo.SpawnAsync(players);

        await Task.WhenAll(players.Select(async player =>
        {
            for (var move = 0; move < 20; move++)
            {
                var to = move % 2 == 0 ? "2" : "1";
                Assert.NotNull((await silo.MoveAsync(player, $"m{move}", to)).Moved);
                var presence = await silo.Presence.Read();
                Assert.Equal(players, presence.Players.Select(found => found.PlayerId));
                Assert.Equal(to, presence.Players.Single(found => found.PlayerId == player).Sector);
            }
        })).WaitAsync(UniverseSilo.Bound);
    }

    [Fact]
    public async Task Presence_HasNeitherWhoWasSwept_NorWhoIsOfAnotherUniverse()
    {
        await using var silo = await UniverseSilo.ImportedAsync();
        await silo.SpawnAsync("ada", "bob");
        silo.Clock.Advance(TimeSpan.FromMinutes(32));
        await silo.MoveAsync("bob", "m1", "2");
        await silo.Root.Sweep();

        var player = Assert.Single((await silo.Presence.Read()).Players);

        Assert.Equal(("bob", "2", true, "Captain bob"), (player.PlayerId, player.Sector, player.IsActive, player.Entry.Username));
        Assert.Equal((await silo.Player("bob").GetSnapshot()).Sequence, player.Sequence);
        Assert.Equal((await silo.StateOfAsync("bob")).ArrivedAt, player.Entry.ArrivedAt);
    }
}
