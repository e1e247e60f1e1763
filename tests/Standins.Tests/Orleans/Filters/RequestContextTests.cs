using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Filters;

[Collection(SharedClusterGroup.Name)]
public sealed class RequestContextTests(SharedCluster cluster)
{
    [Fact]
    public async Task Value_GoesWithTheCallAndOn()
    {
        RequestContext.Set("value", "mine");

        Assert.Equal("mine", (await cluster.Grain<IFilteredGrain>().WhatFlows().InTime()).Value);
        Assert.Equal("mine", (await cluster.Grain<IFilteredGrain>().WhatFlowsTo(cluster.Grain<IFilteredGrain>()).InTime()).Value);
        Assert.Equal("mine", RequestContext.Get("value"));
    }

    [Fact]
    public async Task Value_TakenAway_DoesNotGo()
    {
        RequestContext.Set("value", "mine");

        Assert.True(RequestContext.Remove("value"));
        Assert.False(RequestContext.Remove("value"));
        Assert.Null((await cluster.Grain<IFilteredGrain>().WhatFlows().InTime()).Value);
    }

    [Fact]
    public void Clear_TakesEverythingAway()
    {
        RequestContext.Set("value", "mine");
        RequestContext.Set("other", "mine");

        RequestContext.Clear();

        Assert.Null(RequestContext.Get("value"));
        Assert.Null(RequestContext.Get("other"));
    }
}
