using Orleans.Concurrency;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Entities;

/// <summary>Passes reads on to the log; holds nothing, so that reads need not wait for each other.</summary>
[Reentrant]
internal sealed class SystemLogGrain(IEventLog log) : Grain, ISystemLogGrain
{
    public ValueTask<SystemPage> Read(CommitPosition after, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 1000);
        return log.ReadSystemAsync(this.GetPrimaryKeyString(), after, limit, CancellationToken.None);
    }
}
