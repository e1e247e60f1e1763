namespace OrleansGameState.Silo.Tests.Sectors.Crashes;

/// <summary>One run of a scenario that is cut off at one point: the next silo finds what is durable, and the clients ask again.</summary>
internal sealed class CrashRun(CrashScenario scenario, SectorWorld world, string point, bool retryFirst)
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Straggler = TimeSpan.FromSeconds(10);

    /// <summary>The points of a run that nothing cuts off.</summary>
    public static async Task<IReadOnlyList<string>> PointsAsync(CrashScenario scenario, SectorWorld world)
    {
        var fuse = new Fuse();
        await using var life = await world.BeginAsync(fuse);
        await scenario.Prepare(world, life);
        await life.SettleAsync();
        fuse.Light();
        await Whole(scenario.Act(life), life).WaitAsync(Bound);
        return fuse.Points;
    }

    /// <summary>What did not hold; empty where all did.</summary>
    public async Task<IReadOnlyList<string>> BrokenAsync()
    {
        var fuse = new Fuse(point);
        await using var first = await world.BeginAsync(fuse);
        await scenario.Prepare(world, first);
        await first.SettleAsync();
        fuse.Light();
        var (hasDied, before) = await LiveAsync(first).WaitAsync(Bound);
        if (!hasDied)
        {
            return ["the point was not come to"];
        }

        await using var second = await world.StartAsync();
        var answer = await ReturnAsync(second).WaitAsync(Bound);
        var again = await ActAsync(second).WaitAsync(Bound);
        await second.SettleAsync();
        var broken = (await world.BrokenAsync(second)).ToList();
        if (before is not null && answer != before)
        {
            broken.Add($"the answer was [{before}], and is [{answer}]");
        }

        if (again != answer)
        {
            broken.Add($"the answer to the retry was [{answer}], and to the next [{again}]");
        }

        return broken;
    }

    // The clients' answer where one came before the end.
    private async Task<(bool HasDied, string? Answer)> LiveAsync(SectorLife life)
    {
        var act = scenario.Act(life);
        var all = Whole(act, life);
        await Task.WhenAny(all, life.Fuse.Died);
        Forget(all);

        // What nobody waits for may come a little behind the rest.
        await life.Fuse.Died.WaitAsync(Straggler).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return (life.Fuse.Died.IsCompleted, act.IsCompletedSuccessfully ? await act : null);
    }

    private async Task<string> ReturnAsync(SectorLife life)
    {
        if (retryFirst)
        {
            var answer = await ActAsync(life);
            await world.RecoverAsync(life);
            return answer;
        }

        await world.RecoverAsync(life);
        return await ActAsync(life);
    }

    private Task<string> ActAsync(SectorLife life) => world.WhileTimePassesAsync(scenario.Act(life));

    private static async Task Whole(Task act, SectorLife life)
    {
        await act;
        await life.SettleAsync();
        await life.ReleasedAsync();
    }

    // It fails when the dead are buried.
    private static void Forget(Task task) => _ = task.ContinueWith(ended => _ = ended.Exception, TaskScheduler.Default);
}
