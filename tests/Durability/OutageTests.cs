using System.Net;
using Xunit.Abstractions;

namespace OrleansGameState.Durability;

/// <summary>
/// A database that is away under load: writes wait or fail clearly, reads of active entities go on, health turns, and all
/// recovers by itself.
/// </summary>
public sealed class OutageTests(ITestOutputHelper output)
{
    private const int Megabyte = 1024 * 1024;
    private static readonly TimeSpan Quickly = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(5);

    [SkippableFact]
    public async Task Database_FrozenUnderLoad_FailsWritesInTimeAndRecovers()
    {
        await using var folder = new ServerFolder();
        await using var silo = await folder.Start(("Storage:CommitTimeoutSeconds", "3"), ("Storage:StatementTimeoutSeconds", "2"));
        var database = folder.Database!;

        await Outage(
            silo,
            TimeSpan.FromSeconds(6),
            TimeSpan.FromSeconds(3),
            Doing(database.Stop),
            Doing(database.Continue));

        silo.Terminate();
        Assert.Equal(0, await silo.Ended.Within(() => silo.Said));
        var (exitCode, said) = await folder.Verify();
        Assert.True(exitCode == 0, said);
    }

    [SkippableFact]
    public async Task Database_StoppedUnderLoad_FailsWritesInTimeAndRecovers()
    {
        await using var folder = new ServerFolder();
        await using var database = await SharedDatabase.Start(folder);
        await using var silo = await SiloProcess.Start(folder.Path, database.Settings);

        await Outage(silo, TimeSpan.FromSeconds(Chosen.OutageSeconds), TimeSpan.FromSeconds(25), database.Stop, () => database.StartAgain(folder));

        var (exitCode, said) = await SiloProcess.Run(folder.Path, "verify", database.Settings);
        Assert.True(exitCode == 0, said);
    }

    private async Task Outage(SiloProcess silo, TimeSpan length, TimeSpan timeout, Func<Task> begin, Func<Task> end)
    {
        using var load = new Load(Zone.Many(60));
        var ledger = new Ledger(load);
        await load.Settle(silo.Commands);
        load.Start(silo.Commands);
        await load.Acknowledges(1000);
        await using var watcher = new Watcher([.. load.Zones.Take(6).Select(zone => zone.Topic)], load.Blame, mayBeShownStates: true);
        await watcher.Connect(silo.Http.BaseAddress!);
        await using var probe = new Probe(silo, load.Zones.First());
        var memory = silo.Memory;

        await begin();
        load.ForbidAcknowledgements();
        var away = probe.Now;
        var unread = silo.Status(new Zone(17, 2).Path);

        // The outage itself: real time is what it is made of.
        await Task.Delay(length);
        load.AllowAcknowledgements();
        var back = probe.Now;
        var turned = probe.Turned(away, ready: false);
        await end();
        await load.EveryLaneGoesOn();
        await Bound.Eventually(() => Task.FromResult(probe.Turned(back, ready: true)), ready => ready is not null, () => silo.Said);
        await load.Stop();
        await probe.Stop();
        await ledger.Check(silo.Http, load.Blame);
        await ledger.CheckWorlds(silo.Http, load.Blame);
        await Task.WhenAll(ledger.Zones.Take(6).Select(zone => watcher.CatchUp(zone.Zone.Topic, zone.Events)));

        output.WriteLine($"""
            {load.Summary}
            unready after {turned}, ready {probe.Turned(back, ready: true)} after the database was back
            {probe.Reads} reads, the slowest took {probe.SlowestRead}; the slowest failure came after {load.LongestFailure}
            memory {memory / Megabyte} MB before, at most {probe.MostMemory / Megabyte} MB
            """);
        Assert.False(silo.Ended.IsCompleted, silo.Said);
        Assert.True(load.Blamed.Count == 0, $"{string.Join('\n', load.Blamed.Take(50))}\n{silo.Said}");
        Assert.Empty(probe.FailedReads);
        Assert.True(await unread is HttpStatusCode.NotFound or HttpStatusCode.ServiceUnavailable, $"A zone that was not active: {await unread}");
        Assert.InRange(turned ?? TimeSpan.MaxValue, TimeSpan.Zero, Quickly);
        Assert.InRange(load.LongestFailure, TimeSpan.Zero, timeout + Slack);
        Assert.InRange(probe.MostMemory, 0, memory + (300 * Megabyte));
        Assert.True(length < timeout || load.Failed > 0, "No write failed, although none can have been committed for longer than they may wait.");
    }

    private static Func<Task> Doing(Action act) => () =>
    {
        act();
        return Task.CompletedTask;
    };
}
