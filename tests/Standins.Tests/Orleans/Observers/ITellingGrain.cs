namespace OrleansGameState.Standins.Tests.Orleans.Observers;

public interface ITellingGrain : IGrainWithStringKey
{
    Task Tell(ITold told, int from, int count);

    Task TellAndWait(ITold told, int number);

    Task<int> Subscribe(ITold told);

    Task<int> Unsubscribe(ITold told);

    /// <summary>Tells all subscribers; gives the count after.</summary>
    Task<int> NotifyAll(int number);

    Task<int> NotifyAllAndWait(int number);

    Task Advance(TimeSpan time);
}
