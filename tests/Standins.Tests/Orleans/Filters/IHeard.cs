namespace OrleansGameState.Standins.Tests.Orleans.Filters;

public interface IHeard : IGrainObserver
{
    void Hear(string text);
}
