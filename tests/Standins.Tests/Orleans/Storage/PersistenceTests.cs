using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Storage;

[Collection(SharedClusterGroup.Name)]
public sealed class PersistenceTests(SharedCluster cluster)
{
    [Fact]
    public async Task State_ThatWasNeverWritten_IsEmptyAndHasNoRecord()
    {
        var view = await cluster.Grain<IOwnPurseGrain>().View();

        Assert.Equal((0, false, null), (view.Coins, view.RecordExists, view.Etag));
    }

    [Fact]
    public async Task State_OnceWritten_HasARecordAndAnEtag()
    {
        var view = await cluster.Grain<IOwnPurseGrain>().Save(5);

        Assert.True(view.RecordExists);
        Assert.NotNull(view.Etag);
    }

    [Fact]
    public async Task Etag_AfterEachWrite_IsAnother()
    {
        var grain = cluster.Grain<IOwnPurseGrain>();

        Assert.NotEqual((await grain.Save(1)).Etag, (await grain.Save(2)).Etag);
    }

    [Fact]
    public async Task State_InANewActivation_IsReadBeforeOnActivate()
    {
        var grain = cluster.Grain<IOwnPurseGrain>();
        var saved = await grain.Save(7);
        await grain.Deactivate();
        var first = await grain.FirstView().InTime();

        Assert.NotEqual(saved.Activation, first.Activation);
        Assert.Equal((7, true, saved.Etag), (first.Coins, first.RecordExists, first.Etag));
    }

    [Fact]
    public async Task State_ThatWasNotWritten_IsLostWithItsActivation()
    {
        var grain = cluster.Grain<IOwnPurseGrain>();
        await grain.Keep(7);
        await grain.Deactivate();

        Assert.Equal(0, (await grain.View().InTime()).Coins);
    }

    [Fact]
    public async Task ReadState_WithUnwrittenChanges_TakesTheStoredOne()
    {
        var grain = cluster.Grain<IOwnPurseGrain>();
        await grain.Save(3);
        await grain.Keep(9);
        await grain.Read();

        Assert.Equal(3, (await grain.View()).Coins);
    }

    [Fact]
    public async Task State_OnceCleared_HasNoRecord()
    {
        var grain = cluster.Grain<IOwnPurseGrain>();
        await grain.Save(3);
        var view = await grain.Clear();

        Assert.Equal((0, false, null), (view.Coins, view.RecordExists, view.Etag));
    }

    [Fact]
    public async Task State_OnceCleared_CanBeWrittenAgain()
    {
        var grain = cluster.Grain<IOwnPurseGrain>();
        await grain.Save(3);
        await grain.Clear();

        Assert.True((await grain.Save(4)).RecordExists);
    }

    [Fact]
    public async Task State_WithoutAStoresName_IsInTheDefaultStore()
    {
        var grain = cluster.Grain<IDefaultPurseGrain>();
        await grain.Save(8);
        await grain.Deactivate();

        Assert.Equal(8, (await grain.View().InTime()).Coins);
    }

    [Fact]
    public async Task State_InAStoreNobodyAdded_ThrowsAtTheCaller() =>
        await Assert.ThrowsAnyAsync<Exception>(() => cluster.Grain<ILostPurseGrain>().View().InTime());

    [Fact]
    public async Task State_UsedOutsideOfTheGrainsTurn_Throws() =>
        Assert.Equal(nameof(InvalidOperationException), await cluster.Grain<IOwnPurseGrain>().TouchFromOutside());
}
