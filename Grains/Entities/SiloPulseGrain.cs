using Orleans.Concurrency;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>A worker without state: Orleans has one on each silo, and asks the nearest.</summary>
[StatelessWorker(1)]
internal sealed class SiloPulseGrain : Grain, ISiloPulseGrain
{
    public ValueTask Beat() => default;
}
