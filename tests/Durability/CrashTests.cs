using Xunit.Abstractions;

namespace OrleansGameState.Durability;

/// <summary>Killing the silo, its database or both at any instant loses nothing that was acknowledged, and repeats nothing.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    // Half of the rounds kill PostgreSQL too, or alone.
    private static readonly Crash[] Kinds =
    [
        Crash.Silo, Crash.DatabaseThenSilo, Crash.Silo, Crash.Both, Crash.Silo, Crash.Database, Crash.Silo, Crash.SiloThenDatabase, Crash.Silo, Crash.WholeDatabaseThenSilo,
        Crash.Silo, Crash.Both, Crash.Silo, Crash.WholeDatabase, Crash.Silo, Crash.DatabaseThenSilo, Crash.Silo, Crash.SiloThenDatabase, Crash.Connections, Crash.Backend,
    ];

    [SkippableFact]
    public async Task Killed_AtRandomInstantsUnderLoad_KeepsEveryAcknowledgedEventOnce()
    {
        output.WriteLine($"DURABILITY_SEED={Chosen.Seed}");
        Crash[] crashes = [.. Enumerable.Range(0, Chosen.Rounds).Select(round => Kinds[round % Kinds.Length])];
        new Random(Chosen.Seed).Shuffle(crashes);
        await using var run = new CrashRun(Chosen.Seed, output);
        await run.Start();
        for (var round = 1; round <= crashes.Length; round++)
        {
            await run.Round(round, crashes[round - 1]);
        }

        await run.Finish();
    }
}
