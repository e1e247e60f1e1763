namespace OrleansGameState.Standins.Tests.Orleans.Streams;

public interface IListenerGrain : IGrainWithStringKey
{
    Task Subscribe(string stream);

    Task Unsubscribe(string stream);

    Task Publish(string stream, int number);

    Task<int> Subscriptions(string stream);

    Task Deactivate();
}
