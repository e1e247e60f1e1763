using System.Diagnostics;

namespace OrleansGameState.Standins.Tests.Orleans.Filters;

public sealed class FilteredGrain : Grain, IFilteredGrain
{
    private int _attempts;

    public Task<int> Add(int left, int right) => Task.FromResult(left + right);

    public Task<string?> Echo(string? text) => Task.FromResult(text);

    public Task Nothing() => Task.CompletedTask;

    public async Task<int> Flaky(int failures, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return ++_attempts > failures ? _attempts : throw new InvalidOperationException("attempt " + _attempts);
    }

    public async Task<string> AskOther(IFilteredGrain other) => (await other.Echo("asked"))!;

    public async Task<Seen> WhatFlows()
    {
        await Task.Yield();
        var value = RequestContext.Get("value") as string;
        RequestContext.Set("value", "changed");
        return new(Activity.Current?.DisplayName, Activity.Current?.ParentSpanId.ToString(), Activity.Current?.TraceId.ToString(), value);
    }

    public Task<Seen> WhatFlowsTo(IFilteredGrain other) => other.WhatFlows();

    public Task Mark(string mark)
    {
        Signals.Set(mark);
        return Task.CompletedTask;
    }

    public Task HoldBriefly(string gate) => Signals.Get(gate);

    public Task Hold(string gate) => Signals.Get(gate);
}
