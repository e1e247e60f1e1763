using System.Collections.Concurrent;
using System.Diagnostics;
using Orleans.Diagnostics;
using Orleans.TestingHost;
using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Filters;

public sealed class ActivityTests : IDisposable
{
    private const string OwnName = "OrleansGameState.Standins.Tests.Activities";

    private static readonly ActivitySource Own = new(OwnName);

    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly ActivityListener _listener;

    public ActivityTests()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name == OwnName || source.Name.StartsWith("Microsoft.Orleans", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Call_WithPropagation_IsAChildOfTheCallersActivity()
    {
        await using var cluster = await Start();
        using var root = Own.StartActivity("root")!;

        var seen = await cluster.Client.GetGrain<IFilteredGrain>("k").WhatFlows().InTime();

        var client = Span(root, ActivityKind.Client);
        Assert.Equal(root.TraceId.ToString(), seen.Trace);
        Assert.Equal("IFilteredGrain/WhatFlows", seen.Activity);
        Assert.Equal(client.SpanId.ToString(), seen.Parent);
        Assert.Equal(root.SpanId, client.ParentSpanId);
        Assert.Equal("IFilteredGrain/WhatFlows", client.DisplayName);
        Assert.Same(root, Activity.Current);
    }

    [Fact]
    public async Task Call_OfANamespaceThatBeginsWithOrleans_IsOfTheRuntimesSource()
    {
        await using var cluster = await Start();
        using var root = Own.StartActivity("root")!;

        await cluster.Client.GetGrain<IFilteredGrain>("k").Nothing().InTime();

        Assert.Equal(ActivitySources.RuntimeActivitySourceName, Span(root, ActivityKind.Client).Source.Name);
        Assert.Equal(ActivitySources.RuntimeActivitySourceName, Span(root, ActivityKind.Server).Source.Name);
    }

    [Fact]
    public async Task Span_HasTheCallsTags()
    {
        await using var cluster = await Start();
        using var root = Own.StartActivity("root")!;

        await cluster.Client.GetGrain<IFilteredGrain>("k").Nothing().InTime();

        var server = Span(root, ActivityKind.Server);
        Assert.Equal("orleans", server.GetTagItem("rpc.system.name"));
        Assert.Equal(typeof(IFilteredGrain).FullName, server.GetTagItem("orleans.rpc.service"));
        Assert.Equal(typeof(IFilteredGrain).FullName + "/Nothing", server.GetTagItem("rpc.method"));
        Assert.Equal(cluster.Client.GetGrain<IFilteredGrain>("k").GetGrainId().ToString(), server.GetTagItem("orleans.rpc.target_id"));
    }

    [Fact]
    public async Task Span_OfAFailedCall_SaysSo()
    {
        await using var cluster = await Start();
        using var root = Own.StartActivity("root")!;

        await Assert.ThrowsAsync<InvalidOperationException>(() => cluster.Client.GetGrain<IFilteredGrain>("k").Flaky(1, default).InTime());

        var server = Span(root, ActivityKind.Server);
        Assert.Equal(ActivityStatusCode.Error, server.Status);
        Assert.Equal(typeof(InvalidOperationException).FullName, server.GetTagItem("exception.type"));
    }

    [Fact]
    public async Task CallOfAGrain_WithPropagation_IsOfTheSameTrace()
    {
        await using var cluster = await Start();
        using var root = Own.StartActivity("root")!;

        var seen = await cluster.Client.GetGrain<IFilteredGrain>("k")
            .WhatFlowsTo(cluster.Client.GetGrain<IFilteredGrain>("other")).InTime();

        Assert.Equal(root.TraceId.ToString(), seen.Trace);
    }

    [Fact]
    public async Task Grain_WithoutPropagation_HasNoActivity()
    {
        await using var cluster = await TestCluster.StartAsync();
        using var root = Own.StartActivity("root")!;
        var grain = cluster.Client.GetGrain<IFilteredGrain>("k");

        Assert.Equal(new Seen(null, null, null, null), await grain.WhatFlows().InTime());
        Assert.Equal(new Seen(null, null, null, null), await grain.WhatFlows().InTime());
    }

    private static Task<InProcessTestCluster> Start() =>
        TestCluster.StartAsync(silo => silo.AddActivityPropagation(), client => client.AddActivityPropagation());

    private Activity Span(Activity root, ActivityKind kind) =>
        _stopped.Single(a => a.TraceId == root.TraceId && a.Kind == kind && a.DisplayName.StartsWith(nameof(IFilteredGrain), StringComparison.Ordinal));
}
