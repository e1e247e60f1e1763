using OrleansGameState.Durability.Silo;
using Xunit.Abstractions;

namespace OrleansGameState.Durability;

/// <summary>
/// Two silos that do not know of each other on one database, as after a cluster that fell apart: the row's guard lets one
/// write, the other reads again; nothing is merged silently.
/// </summary>
public sealed class TwoWritersTests(ITestOutputHelper output)
{
    [SkippableFact]
    public async Task TwoSilos_OfOneEntityInTurns_ReloadWhereTheOtherWasFirst()
    {
        await using var folder = new ServerFolder();
        await using var database = await SharedDatabase.Start(folder);
        await using var first = await SiloProcess.Start(folder.Path, database.Settings);
        await using var second = await SiloProcess.Start(folder.Path, database.Settings);
        var zone = new Zone(10, 2);
        await zone.Settle(first.Commands);
        var mine = await first.Commands.Ask(Capture(zone, 1));
        var theirs = await second.Commands.Ask(Capture(zone, 2));

        var stale = await first.Commands.Ask(Capture(zone, 3));
        var repeated = await Repeat(first, Capture(zone, 3));

        output.WriteLine($"{stale}");
        Assert.Equal((null, mine.Sequence + 1), (theirs.Failure, theirs.Sequence));
        Assert.NotNull(stale.Failure);
        Assert.Equal((null, theirs.Sequence + 1), (repeated.Rejection, repeated.Sequence));
        Assert.Equal(["1", "2", "3"], await Outfits(first, zone));
    }

    [SkippableFact]
    public async Task TwoSilos_OfManyEntitiesAtOnce_LoseAndRepeatNothing()
    {
        await using var folder = new ServerFolder();
        await using var database = await SharedDatabase.Start(folder);
        using var load = new Load(Zone.Many(6));
        await using (var first = await SiloProcess.Start(folder.Path, database.Settings))
        await using (var second = await SiloProcess.Start(folder.Path, database.Settings))
        {
            await load.Settle(first.Commands);
            load.Start(lane => lane.Number % 2 == 0 ? first.Commands : second.Commands);
            await load.Acknowledges(300);
            await load.EveryLaneGoesOn();
            await load.Stop();
        }

        await using var silo = await SiloProcess.Start(folder.Path, database.Settings);
        var ledger = new Ledger(load);
        await ledger.Check(silo.Http, load.Blame);
        await ledger.CheckWorlds(silo.Http, load.Blame);
        var (exitCode, said) = await SiloProcess.Run(folder.Path, "verify", database.Settings);
        output.WriteLine($"{load.Summary}\n{ledger.Events} events\n{said}");
        Assert.True(load.Blamed.Count == 0, string.Join('\n', load.Blamed.Take(50)));
        Assert.True(exitCode == 0, said);
    }

    private static Command Capture(Zone zone, int number) => zone.Capture(Zone.Outposts[0], number, number % 2 == 0, Lane.Beginning.AddSeconds(number));

    private static Task<Reply> Repeat(SiloProcess silo, Command command) =>
        Bound.Eventually(() => silo.Commands.Ask(command), reply => reply.Failure is null, () => silo.Said);

    private static async Task<string[]> Outfits(SiloProcess silo, Zone zone)
    {
        var outfits = new List<string>();
        await EventLog.Read(silo.Http, zone.Path, 0, told =>
        {
            if (told["event"]!["outfitId"] is { } outfit && (string)outfit! is not "0" and var id)
            {
                outfits.Add(id!);
            }
        });
        return [.. outfits];
    }
}
