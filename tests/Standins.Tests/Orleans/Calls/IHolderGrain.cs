namespace OrleansGameState.Standins.Tests.Orleans.Calls;

public interface IHolderGrain<T> : IGrainWithStringKey
{
    ValueTask<T> Held();
}
