using Xunit.Abstractions;

namespace OrleansGameState.Durability;

/// <summary>A first start, which makes the database, may be killed at any instant; the next one makes up for it.</summary>
public sealed class FirstStartTests(ITestOutputHelper output)
{
    [SkippableFact]
    public async Task FirstStart_KilledAtRandomInstants_StartsTheNextTime()
    {
        output.WriteLine($"DURABILITY_SEED={Chosen.Seed}");
        var random = new Random(Chosen.Seed);
        for (var folders = 0; folders < 2; folders++)
        {
            await using var folder = new ServerFolder();
            var instants = new List<int>();
            for (var kills = 0; kills <= folders; kills++)
            {
                instants.Add(random.Next(200, 3000));
                await using var killed = SiloProcess.Launch(folder.Path, folder.Settings);

                // Not waited for anything: this is the random instant.
                await Task.Delay(instants[^1]);
                killed.Kill();
                await killed.Ended.Within(() => killed.Said);
                output.WriteLine($"killed after {instants[^1]} ms");
            }

            await using var silo = await folder.Start();
            using var load = new Load(Zone.Many(2));
            await load.Settle(silo.Commands);
            load.Start(silo.Commands);
            await load.EveryLaneGoesOn();
            await load.Stop();
            await new Ledger(load).Check(silo.Http, load.Blame);
            Assert.True(load.Blamed.Count == 0, $"Killed after {string.Join(", ", instants)} ms:\n{string.Join('\n', load.Blamed)}");
        }
    }
}
