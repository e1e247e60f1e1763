namespace OrleansGameState.Standins.Tests.Orleans.Calls;

public sealed class NumberedGrain : Grain, INumberedGrain
{
    public Task<long> Key() => Task.FromResult(this.GetPrimaryKeyLong());
}
