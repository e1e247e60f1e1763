using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Silo.Tests.Sectors;

public sealed class UniverseImportTests
{
    private static readonly ImportChoices Strict = new(false, false);

    [Fact]
    public async Task Import_TellsAllSectorsAndTunnels()
    {
        await using var silo = await UniverseSilo.StartAsync();

        var answer = await silo.Map.Import(UniverseSilo.Draft(), Strict);
        await silo.SettleAsync();

        var status = await silo.Root.GetStatus();
        Assert.Equal((1, 4, 1), (answer.Version, answer.Report.Sectors, answer.Report.Tunnels));
        Assert.Equal((ImportPhase.Done, "1"), (status.Snapshot.State.Import!.Phase, status.Snapshot.State.Settings.StartSector));
        Assert.Equal((0, 0), (status.Told, status.ToTell));
        Assert.Equal(["4"], (await silo.ListOfAsync("1")).Chart!.Tunnels.Select(tunnel => tunnel.To));
        Assert.True((await silo.TunnelStateAsync()).IsOpen);
        Assert.Equal([UniverseSilo.Universe], (await silo.Universes.ListUniverses()).AsEnumerable());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Import_InterruptedAfterAnyNumberOfSectors_IsResumedByTheNextSilo(int told)
    {
        var silo = await UniverseSilo.StartAsync();
        var died = new TaskCompletionSource();
        var writes = 0;
        silo.Store.Failure = grain =>
        {
            var isTold = IsSectorOrTunnel(grain) && Interlocked.Increment(ref writes) > told;
            var isFinished = Volatile.Read(ref writes) >= told && told == 5 && grain == silo.Root.GetGrainId();
            if (!isTold && !isFinished && !died.Task.IsCompleted)
            {
                return null;
            }

            died.TrySetResult();
            return new InvalidOperationException("The silo is dead.");
        };
        Assert.Empty((await silo.Map.Import(UniverseSilo.Draft(), Strict)).Rejections);
        await died.Task.WaitAsync(UniverseSilo.Bound);
        await silo.DisposeAsync();

        await using var next = await UniverseSilo.StartAsync(silo);
        Assert.Equal(ImportPhase.Running, (await next.Root.GetSnapshot()).State.Import!.Phase);
        await next.SettleAsync();

        Assert.Equal(ImportPhase.Done, (await next.Root.GetSnapshot()).State.Import!.Phase);
        foreach (var sector in new[] { "1", "2", "3", "4" })
        {
            Assert.Equal((1, sector), await next.Sector(sector).GetSnapshot() is var snapshot ? (snapshot.Sequence, snapshot.State.Chart!.Id) : default);
        }

        Assert.Equal(1, (await next.Tunnel().GetSnapshot()).Sequence);
    }

    [Fact]
    public async Task Import_WhileAnotherIsUnderWay_IsRefused_AndTheProgressIsTold()
    {
        await using var silo = await UniverseSilo.StartAsync();
        var (held, arrived) = (new TaskCompletionSource(), new TaskCompletionSource());
        silo.Store.Held = grain =>
        {
            if (grain != silo.Sector("3").GetGrainId())
            {
                return Task.CompletedTask;
            }

            arrived.TrySetResult();
            return held.Task;
        };

        await silo.Map.Import(UniverseSilo.Draft(), Strict);
        await arrived.Task.WaitAsync(UniverseSilo.Bound);
        var second = await silo.Map.Import(UniverseSilo.Draft(), Strict);
        var status = await silo.Root.GetStatus();
        held.SetResult();
        await silo.SettleAsync();
        var third = await silo.Map.Import(UniverseSilo.Draft(), Strict);

        Assert.Equal((0L, "import-running"), (second.Version, Assert.Single(second.Rejections).Code));
        Assert.Equal((ImportPhase.Running, 5), (status.Snapshot.State.Import!.Phase, status.ToTell));
        Assert.InRange(status.Told, 0, 4);
        Assert.Equal(2, third.Version);
    }

    [Fact]
    public async Task NextMap_TakesAwayWhatItLacks_AndLeavesWhoIsThere()
    {
        await using var silo = await UniverseSilo.ImportedAsync();
        await silo.SpawnAsync("ada");
        await silo.MoveAsync("ada", "m1", "4");
        await silo.SettleAsync();
        var smaller = UniverseSilo.Draft() with { Tunnels = [], Sectors = [.. UniverseSilo.Draft().Sectors.Take(2).Select(sector => sector with { Links = [] })] };

        Assert.Empty((await silo.Map.Import(smaller, Strict)).Rejections);
        await silo.SettleAsync();

        Assert.Equal((null, 2L), await silo.ListOfAsync("4") is var list ? (list.Chart, list.MapVersion) : default);
        Assert.Equal(["ada"], (await silo.ListOfAsync("4")).Players.Keys);
        Assert.Null((await silo.TunnelStateAsync()).Chart);
    }

    [Fact]
    public async Task Scan_TellsTheNeighbourhood_WithWhoIsThere()
    {
        await using var silo = await UniverseSilo.ImportedAsync(maxUses: null);
        await silo.SpawnAsync("ada");
        await silo.SettleAsync();

        var scan = await silo.Map.Scan("2", 2);
        var unknown = await silo.Map.Scan("9", 2);
        var path = await silo.Map.FindPath("1", "3", []);

        Assert.Equal([("2", 0), ("1", 1), ("3", 1), ("4", 2)], scan.Sectors.Select(found => (found.Sector.State.Chart!.Id, found.Distance)));
        Assert.Equal(["ada"], scan.Sectors[1].Sector.State.Players.Keys);
        Assert.Equal("unknown-sector", unknown.Rejection?.Code);
        Assert.Equal((2, 1L), (path.Turns, path.MapVersion));
    }

    private static bool IsSectorOrTunnel(GrainId grain) =>
        SectorKeys.TryParseSector(grain.Key.ToString()!, out _, out _) || SectorKeys.TryParseTunnel(grain.Key.ToString()!, out _, out _, out _);
}
