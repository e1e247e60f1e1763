using System.Diagnostics;
using Xunit.Abstractions;

namespace OrleansGameState.Durability;

/// <summary>Asked to stop under load, it keeps what it acknowledged and leaves nothing running.</summary>
public sealed class StopTests(ITestOutputHelper output)
{
    [SkippableFact]
    public async Task Stop_UnderLoad_KeepsWhatWasAcknowledgedAndTakesTheDatabaseAlong()
    {
        await using var folder = new ServerFolder();
        await using var silo = await folder.Start();
        using var load = new Load(Zone.Many(20));
        await load.Settle(silo.Commands);
        load.Start(silo.Commands);
        await load.Acknowledges(1000);
        var database = folder.Database!;
        var asked = Stopwatch.GetTimestamp();

        silo.Terminate();

        var exitCode = await silo.Ended.Within(() => silo.Said);
        var took = Stopwatch.GetElapsedTime(asked);
        await load.Broken();
        output.WriteLine($"stopped within {took}\n{load.Summary}");
        Assert.True(exitCode == 0, $"It ended with {exitCode}.\n{silo.Said}");
        Assert.False(database.IsRunning, "The database is left running.");
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(15));
        await using var again = await folder.Start();
        await new Ledger(load).Check(again.Http, load.Blame);
        Assert.True(load.Blamed.Count == 0, $"{string.Join('\n', load.Blamed.Take(50))}\n{silo.Said}");
    }
}
