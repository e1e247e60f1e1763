namespace OrleansGameState.Standins.Tests.Orleans.Calls;

public interface INobodysGrain : IGrainWithStringKey
{
    Task Nothing();
}
