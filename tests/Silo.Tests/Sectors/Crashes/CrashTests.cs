using System.Collections.Concurrent;
using OrleansGameState.Grains.Sectors;
using OrleansGameState.Silo.Tests.Storage.Commits;
using Xunit.Abstractions;

namespace OrleansGameState.Silo.Tests.Sectors.Crashes;

/// <summary>
/// A silo ends at each point of each protocol in turn, which are found by a run that nothing ends. What clients were
/// answered holds, and what was half done is whole afterwards.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int AtOnce = 3;

    // CRASH_EVERY, 1 by default: at each n-th point only, or at none with 0, where a silo that hangs takes long to be rid of.
    private static readonly int Every = int.TryParse(Environment.GetEnvironmentVariable("CRASH_EVERY"), out var every) ? every : 1;

    public static TheoryData<string, bool> Scenarios
    {
        get
        {
            var data = new TheoryData<string, bool>();
            foreach (var scenario in CrashScenario.All)
            {
                data.Add(scenario.Name, true);
                data.Add(scenario.Name, false);
            }

            return data;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Scenarios))]
    public Task Universe_AfterACrashAtAnyPoint_IsWhole(string name, bool retryFirst) =>
        CrashEverywhere(Named(name), retryFirst, SectorWorld.InMemory, AtOnce);

    [SkippableTheory]
    [InlineData("warp", true)]
    [InlineData("tunnel", false)]
    public async Task Universe_OnPostgres_AfterACrashAtAnyPoint_IsWhole(string name, bool retryFirst)
    {
        await using var host = await CommitHost.StartAsync(kinds: SectorKinds.All);
        await CrashEverywhere(Named(name), retryFirst, () => SectorWorld.OnPostgres(host), 1);
    }

    private static CrashScenario Named(string name) => CrashScenario.All.Single(scenario => scenario.Name == name);

    private async Task CrashEverywhere(CrashScenario scenario, bool retryFirst, Func<SectorWorld> begin, int atOnce)
    {
        Skip.If(Every == 0, "CRASH_EVERY is 0.");
        var points = (await CrashRun.PointsAsync(scenario, begin())).Where((_, number) => number % Every == 0).ToArray();
        Assert.NotEmpty(points);
        var broken = new ConcurrentDictionary<string, IReadOnlyList<string>>();
        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (point, _) =>
        {
            try
            {
                broken[point] = await new CrashRun(scenario, begin(), point, retryFirst).BrokenAsync();
            }
            catch (Exception exception)
            {
                broken[point] = [exception.ToString()];
            }
        });

        foreach (var point in points)
        {
            output.WriteLine($"{(broken[point].Count == 0 ? "whole" : "BROKEN")} after a crash at: {point}");
        }

        Assert.True(
            broken.Values.All(lines => lines.Count == 0),
            string.Join('\n', points.Where(point => broken[point].Count > 0).Select(point => $"crash at [{point}]: {string.Join("; ", broken[point])}")));
    }
}
