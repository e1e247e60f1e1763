using System.Diagnostics;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Silo.Tests.Storage.Commits;

namespace OrleansGameState.Silo.Tests.Telemetry;

public sealed class CommitTracesTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Commit_OfSeveralCommands_IsOfTheTraceOfOneAndLinkedToThoseOfTheOthers()
    {
        using var spans = new Spans();
        await using var cluster = await EntityCluster.StartAsync();
        var world = cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(10));
        await world.GetSnapshot();
        cluster.Store.Shut();

        var first = Tell(world, "one");
        await cluster.Store.Arrived.WaitAsync(Bound);
        (ActivityTraceId Trace, Task<CommandResult> Answer)[] others = [Tell(world, "two"), Tell(world, "three"), Tell(world, "four")];
        await world.GetSnapshot();
        cluster.Store.Open();
        await Task.WhenAll(others.Select(other => other.Answer).Append(first.Answer)).WaitAsync(Bound);

        var traces = others.Select(other => other.Trace).ToHashSet();
        var alone = await CommitOf(spans, commit => commit.TraceId == first.Trace);
        var shared = await CommitOf(spans, commit => traces.Contains(commit.TraceId));
        Assert.Empty(alone.Links);
        Assert.Equal(traces, shared.Links.Select(link => link.Context.TraceId).Append(shared.TraceId).ToHashSet());
        Assert.Equal(3, shared.GetTagItem("gamestate.events"));
    }

    [Fact]
    public async Task Commit_ThatFails_IsAnError()
    {
        using var spans = new Spans();
        await using var cluster = await EntityCluster.StartAsync();
        var world = cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(10));
        cluster.Store.Failure = _ => new IOException("disk full");

        var (trace, answer) = Tell(world, "lost");
        await Assert.ThrowsAnyAsync<Exception>(() => answer);

        var commit = await CommitOf(spans, span => span.TraceId == trace);
        Assert.Equal(ActivityStatusCode.Error, commit.Status);
        Assert.NotEqual("", commit.StatusDescription);
    }

    [SkippableFact]
    public async Task Transaction_OfSeveralCommits_IsDueToEachOfThem()
    {
        using var spans = new Spans();
        await using var host = await CommitHost.StartAsync(new() { Writers = 1 });
        var commits = new List<ActivitySpanId>();
        var written = new List<Task>();
        for (var number = 0; number < 50; number++)
        {
            using var commit = Spans.Begin();
            commits.Add(commit.SpanId);
            written.Add(host.CommitAsync(Writes.First($"ps2/{number}")));
        }

        Activity.Current = null;
        await Task.WhenAll(written).WaitAsync(Bound);
        await host.StopAsync();

        var due = new List<ActivitySpanId>();
        while (spans.Stopped.TryRead(out var span))
        {
            // An attempt that lacked its month's partition is a span of its own.
            if (span.OperationName == "transaction" && span.Status != ActivityStatusCode.Error)
            {
                due.AddRange([span.ParentSpanId, .. span.Links.Select(link => link.Context.SpanId)]);
            }
        }

        Assert.All(commits, commit => Assert.Single(due, commit));
    }

    private static (ActivityTraceId Trace, Task<CommandResult> Answer) Tell(IWorldGrain world, string name)
    {
        using var root = Spans.Begin();
        return (root.TraceId, world.Execute(new DescribeWorld(name)).AsTask());
    }

    // A commit's span ends just after its commands are answered.
    private static async Task<Activity> CommitOf(Spans spans, Func<Activity, bool> matches)
    {
        using var bound = new CancellationTokenSource(Bound);
        await foreach (var span in spans.Stopped.ReadAllAsync(bound.Token))
        {
            if (span.OperationName == "commit" && matches(span))
            {
                return span;
            }
        }

        throw new InvalidOperationException("The spans have ended.");
    }
}
