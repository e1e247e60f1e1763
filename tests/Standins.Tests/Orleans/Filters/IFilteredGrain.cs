using Orleans.Concurrency;

namespace OrleansGameState.Standins.Tests.Orleans.Filters;

public interface IFilteredGrain : IAdding<int>
{
    Task<string?> Echo(string? text);

    Task Nothing();

    /// <summary>Fails as often as told, then answers the number of the attempt.</summary>
    Task<int> Flaky(int failures, CancellationToken cancellationToken);

    Task<string> AskOther(IFilteredGrain other);

    Task<Seen> WhatFlows();

    Task<Seen> WhatFlowsTo(IFilteredGrain other);

    [OneWay]
    Task Mark(string mark);

    [ResponseTimeout("00:00:00.3")]
    Task HoldBriefly(string gate);

    Task Hold(string gate);
}
