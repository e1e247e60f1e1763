using Orleans.Streams;

namespace OrleansGameState.Standins.Tests.Orleans.Streams;

/// <summary>Signals what it hears: key, activation's number and item. Resumes the stream named as its key when it is activated.</summary>
public sealed class ListenerGrain : Grain, IListenerGrain
{
    private string Key => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        foreach (var handle in await Stream(Key).GetAllSubscriptionHandles())
        {
            await handle.ResumeAsync((item, _) => Hear("resumed", item));
        }
    }

    public async Task Subscribe(string stream) => await Stream(stream).SubscribeAsync((item, _) => Hear("first", item));

    public async Task Unsubscribe(string stream)
    {
        foreach (var handle in await Stream(stream).GetAllSubscriptionHandles())
        {
            await handle.UnsubscribeAsync();
        }
    }

    public Task Publish(string stream, int number) => Stream(stream).OnNextAsync(number);

    public async Task<int> Subscriptions(string stream) => (await Stream(stream).GetAllSubscriptionHandles()).Count;

    public Task Deactivate()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    private IAsyncStream<int> Stream(string name) =>
        this.GetStreamProvider(TestCluster.Streams).GetStream<int>(StreamId.Create("numbers", name));

    private Task Hear(string how, int item)
    {
        Signals.Set($"{Key}/{how}/{item}");
        return Task.CompletedTask;
    }
}
