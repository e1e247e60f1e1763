namespace OrleansGameState.Standins.Tests.Orleans.Calls;

public interface INumberedGrain : IGrainWithIntegerKey
{
    Task<long> Key();
}
