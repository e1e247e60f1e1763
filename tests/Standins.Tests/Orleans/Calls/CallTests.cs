using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Calls;

[Collection(SharedClusterGroup.Name)]
public sealed class CallTests(SharedCluster cluster)
{
    [Fact]
    public async Task Grain_WithATextKey_KnowsIt() =>
        Assert.Equal("ps2/10/2 ü", await cluster.Client.GetGrain<ICallGrain>("ps2/10/2 ü").Key());

    [Theory]
    [InlineData(0)]
    [InlineData(670608913768)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public async Task Grain_WithAnIntegerKey_KnowsIt(long key) =>
        Assert.Equal(key, await cluster.Client.GetGrain<INumberedGrain>(key).Key());

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void GetGrain_WithAnEmptyKey_Throws(string key) =>
        Assert.ThrowsAny<ArgumentException>(() => cluster.Client.GetGrain<ICallGrain>(key));

    [Fact]
    public void GetGrain_WhereNoClassImplementsTheInterface_Throws() =>
        Assert.Throws<ArgumentException>(() => cluster.Client.GetGrain<INobodysGrain>("any"));

    [Fact]
    public async Task Message_ThereAndBack_IsEqual()
    {
        var sent = new Money(12.5m, "cash");

        Assert.Equal(sent, await cluster.Grain<ICallGrain>().Echo(sent));
    }

    [Fact]
    public async Task NullArgument_ThereAndBack_IsNull() => Assert.Null(await cluster.Grain<ICallGrain>().EchoText(null));

    [Fact]
    public async Task ValueTaskMethod_WithAResult_GivesIt() => Assert.Equal(5, await cluster.Grain<ICallGrain>().Add(2, 3));

    [Fact]
    public async Task TaskMethod_WithoutAResult_Completes() => await cluster.Grain<ICallGrain>().Nothing();

    [Fact]
    public async Task ValueTaskMethod_WithoutAResult_Completes() => await cluster.Grain<ICallGrain>().NothingAtAll();

    [Fact]
    public async Task OverloadedMethod_ByItsArgument_IsChosen()
    {
        var grain = cluster.Grain<ICallGrain>();

        Assert.Equal(("number", "text"), (await grain.Overloaded(1), await grain.Overloaded("one")));
    }

    [Fact]
    public async Task Method_ThatThrowsAtOnce_ThrowsAtTheCaller()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => cluster.Grain<ICallGrain>().Throw("at once"));

        Assert.Equal("at once", thrown.Message);
    }

    [Fact]
    public async Task Method_ThatThrowsLater_ThrowsAtTheCaller()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => cluster.Grain<ICallGrain>().ThrowLater("later"));

        Assert.Equal("later", thrown.Message);
    }

    [Fact]
    public async Task Grain_AfterItThrew_AnswersAgain()
    {
        var grain = cluster.Grain<ICallGrain>();
        await Assert.ThrowsAsync<InvalidOperationException>(() => grain.Throw("once"));

        Assert.Equal(3, await grain.Add(1, 2));
    }

    [Fact]
    public async Task Reference_PassedAsAnArgument_CanBeCalled()
    {
        var key = SharedCluster.NewKey();

        Assert.Equal(key, await cluster.Grain<ICallGrain>().AskOther(cluster.Client.GetGrain<ICallGrain>(key)));
    }

    [Fact]
    public async Task AsReference_InAGrain_IsEqualToTheCallersReference()
    {
        var grain = cluster.Grain<ICallGrain>();

        Assert.Equal(grain, await grain.Self());
    }

    [Fact]
    public void References_ToOneGrain_AreEqual()
    {
        var key = SharedCluster.NewKey();
        var one = cluster.Client.GetGrain<ICallGrain>(key);
        var other = cluster.Client.GetGrain<ICallGrain>(key);

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(one.GetGrainId(), other.GetGrainId());
    }

    [Fact]
    public void References_ToDifferentGrains_AreNotEqual() => Assert.NotEqual(cluster.Grain<ICallGrain>(), cluster.Grain<ICallGrain>());

    [Fact]
    public void GetPrimaryKey_OfAReference_IsTheKey()
    {
        Assert.Equal("a/b", cluster.Client.GetGrain<ICallGrain>("a/b").GetPrimaryKeyString());
        Assert.Equal(-7, cluster.Client.GetGrain<INumberedGrain>(-7).GetPrimaryKeyLong());
    }

    [Fact]
    public void GrainId_OfAReference_IsTheClassNameWithoutGrainAndTheKey() =>
        Assert.Equal("money/k", cluster.Client.GetGrain<IMoneyGrain>("k").GetGrainId().ToString());

    [Fact]
    public void GrainId_OfAnIntegerKey_HasItInHexadecimal() =>
        Assert.Equal("numbered/FF", cluster.Client.GetGrain<INumberedGrain>(255).GetGrainId().ToString());

    [Fact]
    public void GrainId_AsText_ParsesBack()
    {
        var id = cluster.Client.GetGrain<ICallGrain>("ps2/1/2").GetGrainId();

        Assert.Equal(id, GrainId.Parse(id.ToString()));
    }

    [Fact]
    public async Task InternalInterface_WithAGenericBase_CanBeCalled()
    {
        var grain = cluster.Grain<IMoneyGrain>();
        await grain.Hold(new Money(1, "mine"));

        Assert.Equal(new Money(1, "mine"), await grain.Held());
    }

    [Fact]
    public async Task GenericBaseInterface_AsAReferenceOfItsOwn_CanBeCalled()
    {
        var key = SharedCluster.NewKey();
        await cluster.Client.GetGrain<IMoneyGrain>(key).Hold(new Money(2, null));

        Assert.Equal(new Money(2, null), await cluster.Client.GetGrain<IMoneyGrain>(key).AsReference<IHolderGrain<Money>>().Held());
    }

    [Fact]
    public async Task Call_WithACancelledToken_IsCancelled()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cluster.Grain<ICallGrain>().WaitUntilCancelled(cancelled));
    }

    [Fact]
    public async Task Call_WhoseTokenIsCancelled_EndsForBothSides()
    {
        var grain = cluster.Grain<ICallGrain>();
        var key = grain.GetPrimaryKeyString();
        using var source = new CancellationTokenSource();
        var call = grain.WaitUntilCancelled(source.Token);
        await Signals.Get(key + "/waiting");

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.InTime());
        await Signals.Get(key + "/cancelled");
    }
}
