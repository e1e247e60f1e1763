namespace OrleansGameState.Standins.Tests.Orleans.Filters;

public interface ISelfFilteringGrain : IGrainWithStringKey
{
    Task<string> Echo(string text);
}
