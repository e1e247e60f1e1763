using Orleans.Streams;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Silo.Tests.Storage.AdoNet;

public sealed class ListenerGrain : Grain, IListenerGrain
{
    private IAsyncStream<int> Stream => this.GetStreamProvider(EntityStreams.Provider).GetStream<int>(StreamId.Create("tests", "numbers"));

    public Task Listen() => Stream.SubscribeAsync((_, _) => Task.CompletedTask);

    public async Task<int> CountSubscriptions() => (await Stream.GetAllSubscriptionHandles()).Count;
}
