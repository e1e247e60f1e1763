using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Observers;

[Collection(SharedClusterGroup.Name)]
public sealed class ObserverTests(SharedCluster cluster)
{
    private readonly string _name = SharedCluster.NewKey();
    private readonly ITellingGrain _grain = cluster.Grain<ITellingGrain>();

    [Fact]
    public async Task Observer_IsTold()
    {
        var told = new Told(_name);
        await _grain.Tell(Reference(told), 1, 1);

        await Signals.Get(_name + "/1");
        GC.KeepAlive(told);
    }

    [Fact]
    public async Task VoidCalls_OfOneTurn_AllArriveOnce()
    {
        // Nothing is promised about their order: Orleans may hand the first ones over last.
        const int Count = 200;
        var told = new Told(_name);
        await _grain.Tell(Reference(told), 1, Count);
        await Task.WhenAll(Enumerable.Range(1, Count).Select(n => Signals.Get($"{_name}/{n}")));

        Assert.Equal(Enumerable.Range(1, Count), told.Numbers.Order());
    }

    [Fact]
    public async Task AwaitedCalls_OfAnObserver_ComeInOrder()
    {
        const int Count = 50;
        var told = new Told(_name);
        var reference = Reference(told);
        for (var i = 1; i <= Count; i++)
        {
            await _grain.TellAndWait(reference, i).InTime();
        }

        Assert.Equal(Enumerable.Range(1, Count), told.Numbers);
    }

    [Fact]
    public async Task ObserverMethod_ThatReturnsATask_HasEndedForTheGrain()
    {
        var told = new Told(_name);
        await _grain.TellAndWait(Reference(told), 4).InTime();

        Assert.Equal([4], told.Numbers);
    }

    [Fact]
    public async Task ObserverMethod_ThatThrows_ThrowsAtTheGrain()
    {
        var told = new Told(_name) { Throws = true };

        await Assert.ThrowsAsync<InvalidOperationException>(() => _grain.TellAndWait(Reference(told), 1).InTime());
        GC.KeepAlive(told);
    }

    [Fact]
    public async Task VoidObserverMethod_ThatThrows_HarmsNobody()
    {
        var told = new Told(_name) { Throws = true };
        await _grain.Tell(Reference(told), 1, 2);

        await Signals.Get(_name + "/2");
        GC.KeepAlive(told);
    }

    [Fact]
    public void CreateObjectReference_OfAReference_Throws()
    {
        var told = new Told(_name);
        var reference = Reference(told);

        Assert.Throws<ArgumentException>(() => Reference(reference));
        GC.KeepAlive(told);
    }

    [Fact]
    public async Task DeletedReference_IsNotToldAnyMore()
    {
        var told = new Told(_name);
        var other = new Told(_name + "/other");
        var reference = Reference(told);
        cluster.Client.DeleteObjectReference<ITold>(reference);
        await _grain.Tell(reference, 1, 1);
        await _grain.TellAndWait(Reference(other), 1).InTime();

        Assert.Empty(told.Numbers);
    }

    [Fact]
    public void DeleteObjectReference_OfTheObjectItself_Throws() =>
        Assert.Throws<ArgumentException>(() => cluster.Client.DeleteObjectReference<ITold>(new Told(_name)));

    [Fact]
    public async Task ObserverManager_TellsEachSubscriber()
    {
        var told = new[] { new Told(_name + "/a"), new Told(_name + "/b") };
        await _grain.Subscribe(Reference(told[0]));
        await _grain.Subscribe(Reference(told[1]));

        Assert.Equal(2, await _grain.NotifyAllAndWait(1));
        Assert.All(told, t => Assert.Equal([1], t.Numbers));
    }

    [Fact]
    public async Task ObserverManager_SubscribedTwice_CountsOnce()
    {
        var told = new Told(_name);
        var reference = Reference(told);
        await _grain.Subscribe(reference);

        Assert.Equal(1, await _grain.Subscribe(reference));
        GC.KeepAlive(told);
    }

    [Fact]
    public async Task ObserverManager_Unsubscribed_TellsNothing()
    {
        var told = new Told(_name);
        var reference = Reference(told);
        await _grain.Subscribe(reference);

        Assert.Equal(0, await _grain.Unsubscribe(reference));
        await _grain.NotifyAllAndWait(1);
        Assert.Empty(told.Numbers);
    }

    [Fact]
    public async Task ObserverManager_AfterTheExpiration_DropsTheSubscriber()
    {
        var told = new Told(_name);
        await _grain.Subscribe(Reference(told));
        await _grain.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(0, await _grain.NotifyAll(1));
        Assert.Empty(told.Numbers);
    }

    [Fact]
    public async Task ObserverManager_AtTheExpiration_StillTells()
    {
        var told = new Told(_name);
        await _grain.Subscribe(Reference(told));
        await _grain.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(1, await _grain.NotifyAllAndWait(1));
        Assert.Equal([1], told.Numbers);
    }

    [Fact]
    public async Task ObserverManager_WhereOneThrows_DropsItAndTellsTheOthers()
    {
        var bad = new Told(_name + "/bad") { Throws = true };
        var good = new Told(_name + "/good");
        await _grain.Subscribe(Reference(bad));
        await _grain.Subscribe(Reference(good));

        Assert.Equal(1, await _grain.NotifyAllAndWait(1));
        Assert.Equal([1], good.Numbers);
        GC.KeepAlive(bad);
    }

    private ITold Reference(ITold told) => cluster.Client.CreateObjectReference<ITold>(told);
}
