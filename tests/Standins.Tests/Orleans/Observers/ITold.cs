namespace OrleansGameState.Standins.Tests.Orleans.Observers;

public interface ITold : IGrainObserver
{
    void Tell(int number);

    Task TellAndWait(int number);
}
