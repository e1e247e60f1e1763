using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Silo.Tests.Sectors;

public sealed class WarpTunnelGrainTests
{
    [Fact]
    public async Task TwoRacingForTheLastUse_OnePasses_AndTheOtherHasNotMoved()
    {
        await using var silo = await UniverseSilo.ImportedAsync(maxUses: 1);
        await silo.SpawnAsync("ada", "bob");

        var answers = await Task.WhenAll(silo.MoveAsync("ada", "m1", "4"), silo.MoveAsync("bob", "m1", "4")).WaitAsync(UniverseSilo.Bound);
        await silo.SettleAsync();

        var (passed, refused) = answers[0].Moved is null ? ("bob", "ada") : ("ada", "bob");
        Assert.Equal(["COLLAPSED"], answers.Select(answer => answer.Rejection?.Code).OfType<string>());
        Assert.Equal(("4", 99), ((await silo.StateOfAsync(passed)).Sector, (await silo.StateOfAsync(passed)).Turns));
        Assert.Equal(("1", 100), ((await silo.StateOfAsync(refused)).Sector, (await silo.StateOfAsync(refused)).Turns));
        Assert.Equal([passed], (await silo.ListOfAsync("4")).Players.Keys);
        Assert.Equal([refused], (await silo.ListOfAsync("1")).Players.Keys);
        var tunnel = await silo.TunnelStateAsync();
        Assert.Equal((1, TunnelStatus.Collapsed, 0), (tunnel.Uses, tunnel.Status, tunnel.Reserved.Count));
    }

    [Fact]
    public async Task Reservation_WhosePlayerNeverCommits_IsReleased_AndTheMoveStaysRefused()
    {
        await using var silo = await UniverseSilo.ImportedAsync(maxUses: 1);
        await silo.SpawnAsync("ada", "bob");
        Assert.Null((await silo.Tunnel().Reserve("ada", "m1")).Rejection);
        var watched = await silo.WatchAsync(silo.Tunnel(), 1);

        silo.Clock.Advance(TimeSpan.FromSeconds(11));
        await watched.Complete.WaitAsync(UniverseSilo.Bound);

        Assert.Equal(("ada", "m1"), Assert.IsType<TunnelReleased>(watched.Events[0].Event) is var released ? (released.PlayerId, released.MoveId) : default);
        Assert.Equal("abandoned", (await silo.MoveAsync("ada", "m1", "4")).Rejection?.Code);
        Assert.NotNull((await silo.MoveAsync("bob", "m1", "4")).Moved);
    }

    [Fact]
    public async Task Reserve_WhereOthersHoldTheLastUse_WaitsForIt_ButNotForEver()
    {
        await using var silo = await UniverseSilo.ImportedAsync(maxUses: 1);
        await silo.Tunnel().Reserve("ada", "m1");

        var released = silo.Tunnel().Reserve("bob", "m1").AsTask();
        await silo.Clock.WhenTimerIsDueBy(silo.Clock.GetUtcNow().AddSeconds(2)).WaitAsync(UniverseSilo.Bound);
        await silo.Tunnel().Release("ada", "m1");
        Assert.Equal((0, null), await released.WaitAsync(UniverseSilo.Bound) is var grant ? (grant.UsesLeft, grant.Rejection) : default);

        var refused = silo.Tunnel().Reserve("cat", "m1").AsTask();
        await silo.Clock.WhenTimerIsDueBy(silo.Clock.GetUtcNow().AddSeconds(2)).WaitAsync(UniverseSilo.Bound);
        silo.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("COLLAPSED", (await refused.WaitAsync(UniverseSilo.Bound)).Rejection?.Code);
    }

    [Fact]
    public async Task Use_ThatIsToldAgain_CountsOnce()
    {
        await using var silo = await UniverseSilo.ImportedAsync(maxUses: 5);
        await silo.SpawnAsync("ada");
        var moved = await silo.MoveAsync("ada", "m1", "4");
        await silo.SettleAsync();
        var told = new TunnelUsed(moved.Moved!.OccurredAt, "ada", "m1");

        await silo.Tunnel().Receive(new(SectorKeys.Player(UniverseSilo.Universe, "ada"), SectorKeys.Tunnel(UniverseSilo.Universe, "1", "4"), moved.Sequence, told));
        await silo.MoveAsync("ada", "m1", "4");

        Assert.Equal(1, (await silo.TunnelStateAsync()).Uses);
    }

    [Fact]
    public async Task Reservation_OfAMoveThatWentByLink_IsReleased()
    {
        await using var silo = await UniverseSilo.ImportedAsync(maxUses: 5);
        await silo.SpawnAsync("ada");
        await silo.Tunnel().Reserve("ada", "m1");
        Assert.NotNull((await silo.MoveAsync("ada", "m1", "2")).Moved);

        silo.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(0, await silo.Tunnel().Review());

        var tunnel = await silo.TunnelStateAsync();
        Assert.Equal((0, 0), (tunnel.Uses, tunnel.Reserved.Count));
    }
}
