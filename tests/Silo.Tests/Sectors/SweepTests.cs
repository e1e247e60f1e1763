using System.Collections.Immutable;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using OrleansGameState.Grains.Interfaces.Sectors;
using OrleansGameState.Grains.Sectors;

namespace OrleansGameState.Silo.Tests.Sectors;

public sealed class SweepTests
{
    private static readonly TimeSpan PastTheLimit = TimeSpan.FromMinutes(32);

    [Fact]
    public async Task SilentPlayer_IsSwept_AndOneWhoIsActiveWhereTheyLongAre_IsNot()
    {
        await using var silo = await UniverseSilo.ImportedAsync();
        await silo.SpawnAsync("ada", "bob");
        silo.Clock.Advance(PastTheLimit);
        await silo.Player("bob").Execute(new Heartbeat());
        await silo.SettleAsync();

        var report = await silo.Root.Sweep();
        await silo.SettleAsync();

        Assert.Equal((2, 1), (report.Looked, report.Counts.Swept));
        Assert.Equal(["ada: 1"], report.Swept.AsEnumerable());
        var (list, ada) = (await silo.ListOfAsync("1"), await silo.StateOfAsync("ada"));
        Assert.Equal(["bob"], list.Players.Keys);
        Assert.Equal(["ship-ada"], list.Parked.Keys);
        Assert.Equal((false, false), (ada.IsPresent, ada.IsActive));
        Assert.Equal(report.Counts, (await silo.Root.GetSnapshot()).State.LastSweep!.Counts);
    }

    [Fact]
    public async Task SweepThatFindsNothing_WritesNothing()
    {
        await using var silo = await UniverseSilo.ImportedAsync();
        await silo.SpawnAsync("ada");
        await silo.SettleAsync();
        var before = (await silo.Root.GetSnapshot()).Sequence;

        var report = await silo.Root.Sweep();

        Assert.Equal((1, true), (report.Looked, report.Counts.IsNothing));
        Assert.Equal(before, (await silo.Root.GetSnapshot()).Sequence);
    }

    [Fact]
    public async Task MissingEntry_IsHealed()
    {
        await using var silo = await UniverseSilo.ImportedAsync();
        await silo.SpawnAsync("ada", "bob");
        await silo.SettleAsync();
        await silo.DriftAsync("1", list => list with { Players = list.Players.Remove("ada") });
        var watched = await silo.WatchAsync(silo.Sector("1"), 1);

        var report = await silo.Root.Sweep();
        await watched.Complete.WaitAsync(UniverseSilo.Bound);

        Assert.Equal(["ada: 1"], report.Healed.AsEnumerable());
        var joined = Assert.IsType<PlayerJoined>(watched.Events[0].Event);
        Assert.Equal(("ada", PresenceReason.Healed), (joined.Entry.PlayerId, joined.Reason));
        Assert.Equal((await silo.StateOfAsync("ada")).ArrivedAt, joined.Entry.ArrivedAt);
        Assert.Equal(["ada", "bob"], (await silo.ListOfAsync("1")).Players.Keys);
        await silo.SettleAsync();
        Assert.True((await silo.Root.Sweep()).Counts.IsNothing);
    }

    [Fact]
    public async Task EntriesOfPlayersWhoAreElsewhere_OrNeverWere_AreRemoved()
    {
        await using var silo = await UniverseSilo.ImportedAsync();
        await silo.SpawnAsync("ada");
        await silo.SettleAsync();
        await silo.DriftAsync("3", list => list with { Players = list.Players.Add("ada", Entry("ada")).Add("ghost", Entry("ghost")) });

        var report = await silo.Root.Sweep();

        Assert.Equal(["ada: 3", "ghost: 3"], report.Strays.AsEnumerable());
        Assert.Empty((await silo.ListOfAsync("3")).Players);
        Assert.Equal(["ada"], (await silo.ListOfAsync("1")).Players.Keys);
    }

    [Fact]
    public async Task ShipWithoutAPilot_ThatSomebodyFlies_IsRemoved()
    {
        await using var silo = await UniverseSilo.ImportedAsync();
        await silo.SpawnAsync("ada");
        await silo.SettleAsync();
        await silo.DriftAsync("2", list => list with { Parked = list.Parked.Add("ship-ada", new("ship-ada", "", "")).Add("hulk", new("hulk", "", "")) });

        var report = await silo.Root.Sweep();

        Assert.Equal(["ship-ada: 2"], report.Ships.AsEnumerable());
        Assert.Equal(["hulk"], (await silo.ListOfAsync("2")).Parked.Keys);
    }

    [Fact]
    public async Task Sweep_WaitsForAMoveThatIsUnderWay_AndSweepsNobodyWhoMoved()
    {
        await using var silo = await UniverseSilo.ImportedAsync();
        await silo.SpawnAsync("ada");
        await silo.SettleAsync();
        silo.Clock.Advance(PastTheLimit);
        var (held, arrived) = (new TaskCompletionSource(), new TaskCompletionSource());
        silo.Store.Held = grain =>
        {
            if (grain != silo.Player("ada").GetGrainId())
            {
                return Task.CompletedTask;
            }

            arrived.TrySetResult();
            return held.Task;
        };

        var move = silo.MoveAsync("ada", "m1", "2");
        await arrived.Task.WaitAsync(UniverseSilo.Bound);
        var sweep = silo.Root.Sweep().AsTask();
        Assert.False(sweep.IsCompleted);
        held.SetResult();

        Assert.NotNull((await move.WaitAsync(UniverseSilo.Bound)).Moved);
        Assert.Equal((1, true), await sweep.WaitAsync(UniverseSilo.Bound) is var report ? (report.Looked, report.Counts.IsNothing) : default);
        await silo.SettleAsync();
        Assert.Equal((true, "2"), await silo.StateOfAsync("ada") is var ada ? (ada.IsPresent, ada.Sector) : default);
        Assert.Equal((0, 1), ((await silo.ListOfAsync("1")).Players.Count, (await silo.ListOfAsync("2")).Players.Count));
    }

    [Fact]
    public async Task Sweep_ThatIsUnderWay_IsJoined()
    {
        await using var silo = await UniverseSilo.ImportedAsync();
        await silo.SpawnAsync("ada");
        await silo.SettleAsync();
        silo.Clock.Advance(PastTheLimit);
        var (held, arrived) = (new TaskCompletionSource(), new TaskCompletionSource());
        silo.Store.Held = _ =>
        {
            arrived.TrySetResult();
            return held.Task;
        };

        var first = silo.Root.Sweep().AsTask();
        await arrived.Task.WaitAsync(UniverseSilo.Bound);
        var second = silo.Root.Sweep().AsTask();
        await silo.Root.GetStatus();
        held.SetResult();

        Assert.Equal((1, 1), ((await first.WaitAsync(UniverseSilo.Bound)).Counts.Swept, (await second.WaitAsync(UniverseSilo.Bound)).Counts.Swept));
    }

    [Fact]
    public async Task UniverseThatNobodyAsksFor_IsSweptAllTheSame()
    {
        var silo = await UniverseSilo.ImportedAsync();
        await silo.SpawnAsync("ada");
        await silo.SettleAsync();
        await silo.DisposeAsync();
        await using var next = await UniverseSilo.StartAsync(silo, sweepSeconds: 60);
        using var keeper = new UniverseKeeper(next.Client, new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance), next.Clock, NullLogger<UniverseKeeper>.Instance);
        var written = new TaskCompletionSource();
        next.Store.Held = grain =>
        {
            if (grain == next.Player("ada").GetGrainId())
            {
                written.TrySetResult();
            }

            return Task.CompletedTask;
        };

        next.Clock.Advance(PastTheLimit);
        Assert.True(await keeper.WakeAll());
        next.Clock.Advance(TimeSpan.FromMinutes(1));
        await written.Task.WaitAsync(UniverseSilo.Bound);

        await next.Root.Sweep();
        Assert.False((await next.StateOfAsync("ada")).IsPresent);
    }

    [Fact]
    public async Task Departures_AreForgotten_OnceNothingIsOwed_AtMostEachTenMinutes()
    {
        await using var silo = await UniverseSilo.ImportedAsync();
        await silo.SpawnAsync("ada", "bob");
        await silo.MoveAsync("ada", "m1", "2");
        Assert.Equal(["ada", "bob"], await HeardAsync(silo, expected: 2));

        await silo.SettleAsync();
        await silo.Root.Sweep();
        Assert.Equal(["bob"], (await silo.ListOfAsync("1")).Heard.Keys);

        await silo.MoveAsync("bob", "m1", "2");
        await silo.SettleAsync();
        await silo.Root.Sweep();
        Assert.Equal(["bob"], (await silo.ListOfAsync("1")).Heard.Keys);
        silo.Clock.Advance(TimeSpan.FromMinutes(10));
        await silo.Root.Sweep();
        Assert.Empty((await silo.ListOfAsync("1")).Heard);
    }

    [Fact]
    public async Task ReservationThatStands_IsSettledByTheSweep_WhereItsTunnelSleeps()
    {
        var silo = await UniverseSilo.ImportedAsync();
        await silo.Tunnel().Reserve("ada", "m1");
        await silo.DisposeAsync();
        await using var next = await UniverseSilo.StartAsync(silo);
        next.Clock.Advance(TimeSpan.FromSeconds(11));

        var report = await next.Root.Sweep();

        Assert.Equal(["1-4"], report.Reservations.AsEnumerable());
        Assert.Empty((await next.TunnelStateAsync()).Reserved);
    }

    private static PlayerEntry Entry(string player) => new(player, player, new($"ship-{player}", "", ""), null, DateTimeOffset.UnixEpoch);

    private static async Task<IEnumerable<string>> HeardAsync(UniverseSilo silo, int expected)
    {
        await silo.SettleAsync();
        var heard = (await silo.ListOfAsync("1")).Heard;
        Assert.Equal(expected, heard.Count);
        return heard.Keys.ToImmutableArray();
    }
}
