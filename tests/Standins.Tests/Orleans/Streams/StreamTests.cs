using System.Collections.Concurrent;
using Orleans.Streams;
using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Streams;

[Collection(SharedClusterGroup.Name)]
public sealed class StreamTests(SharedCluster cluster)
{
    private readonly string _name = SharedCluster.NewKey();

    private IListenerGrain Listener => cluster.Client.GetGrain<IListenerGrain>(_name);

    private IAsyncStream<int> Stream =>
        cluster.Client.GetStreamProvider(TestCluster.Streams).GetStream<int>(StreamId.Create("numbers", _name));

    [Fact]
    public async Task Item_OfTheClient_ReachesAGrain()
    {
        await Listener.Subscribe(_name);
        await Stream.OnNextAsync(1);

        await Signals.Get(_name + "/first/1");
    }

    [Fact]
    public async Task Item_OfAGrain_ReachesTheClient()
    {
        await Stream.SubscribeAsync((item, _) => Hear(item));
        await cluster.Grain<IListenerGrain>().Publish(_name, 2);

        await Signals.Get(_name + "/2");
    }

    [Fact]
    public async Task Items_OfOneStream_ComeInOrderAndOnce()
    {
        const int Count = 300;
        var heard = new ConcurrentQueue<int>();
        await Stream.SubscribeAsync((item, _) =>
        {
            heard.Enqueue(item);
            return item == Count ? Hear(item) : Task.CompletedTask;
        });
        for (var i = 1; i <= Count; i++)
        {
            await Stream.OnNextAsync(i);
        }

        await Signals.Get($"{_name}/{Count}");
        Assert.Equal(Enumerable.Range(1, Count), heard);
    }

    [Fact]
    public async Task Items_ReachEachSubscriber()
    {
        await Stream.SubscribeAsync((item, _) => Hear(item));
        await Listener.Subscribe(_name);
        await Stream.OnNextAsync(3);

        await Signals.Get(_name + "/3");
        await Signals.Get(_name + "/first/3");
    }

    [Fact]
    public async Task Items_OfAnotherStream_DoNotCome()
    {
        await Stream.SubscribeAsync((item, _) => Hear(item));
        await cluster.Client.GetStreamProvider(TestCluster.Streams).GetStream<int>(StreamId.Create("others", _name)).OnNextAsync(1);
        await Stream.OnNextAsync(2);

        await Signals.Get(_name + "/2");
        Assert.False(Signals.IsSet(_name + "/1"));
    }

    [Fact]
    public async Task Subscriber_OnceItUnsubscribed_HearsNothing()
    {
        var handle = await Stream.SubscribeAsync((_, _) => Hear(0));
        await handle.UnsubscribeAsync();
        await Stream.SubscribeAsync((item, _) => Hear(item));
        await Stream.OnNextAsync(5);

        await Signals.Get(_name + "/5");
        Assert.False(Signals.IsSet(_name + "/0"));
    }

    [Fact]
    public async Task Handle_OnceUnsubscribed_IsOfNoUse()
    {
        var handle = await Stream.SubscribeAsync((item, _) => Hear(item));
        await handle.UnsubscribeAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(handle.UnsubscribeAsync);
    }

    [Fact]
    public async Task Subscription_OfAGrain_OutlivesItsActivation()
    {
        await Listener.Subscribe(_name);
        await Listener.Deactivate();
        await Stream.OnNextAsync(6);

        await Signals.Get(_name + "/resumed/6");
    }

    [Fact]
    public async Task Subscriptions_OfAGrain_AreItsOwn()
    {
        await Listener.Subscribe(_name);
        await Stream.SubscribeAsync((item, _) => Hear(item));

        Assert.Equal(1, await Listener.Subscriptions(_name));
        await Listener.Unsubscribe(_name);
        Assert.Equal(0, await Listener.Subscriptions(_name));
    }

    [Fact]
    public void StreamId_OfTheSameNamespaceAndKey_IsEqual()
    {
        Assert.Equal(StreamId.Create("ns", "key"), StreamId.Create("ns", "key"));
        Assert.NotEqual(StreamId.Create("ns", "key"), StreamId.Create("other", "key"));
        Assert.Equal(("ns", "key"), (StreamId.Create("ns", "key").GetNamespace(), StreamId.Create("ns", "key").GetKeyAsString()));
    }

    [Fact]
    public void StreamProvider_ThatNobodyAdded_Throws() =>
        Assert.Throws<KeyNotFoundException>(() => cluster.Client.GetStreamProvider("nobody's"));

    private Task Hear(int item)
    {
        Signals.Set($"{_name}/{item}");
        return Task.CompletedTask;
    }
}
