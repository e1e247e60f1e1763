using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Hosting;
using Orleans.Storage;
using Orleans.TestingHost;
using Xunit;

namespace OrleansGameState.Standins.Tests.Orleans.Storage;

public sealed class OwnStoreTests : IAsyncLifetime
{
    private readonly NotingStore _store = new();
    private InProcessTestCluster? _cluster;

    private IHeldPurseGrain Grain { get; set; } = null!;

    public async Task InitializeAsync()
    {
        _cluster = await TestCluster.StartAsync(silo => silo.Services.AddGrainStorage(NotingStore.Name, (_, _) => _store));
        Grain = _cluster.Client.GetGrain<IHeldPurseGrain>("mine");
    }

    public async Task DisposeAsync() => await _cluster!.DisposeAsync();

    [Fact]
    public async Task Store_GetsTheStatesNameAndTheGrainsId()
    {
        await Grain.Save(1);

        Assert.Equal(["read held heldpurse/mine", "write held heldpurse/mine"], _store.Notes);
    }

    [Fact]
    public async Task Store_WithoutAnOverloadForTokens_IsStillUsed()
    {
        await Grain.SaveWithToken(2);

        Assert.Equal(2, (await Grain.View()).Coins);
        Assert.Contains("write held heldpurse/mine", _store.Notes);
    }

    [Fact]
    public async Task WritesOfOneState_AskedForAtOnce_RunOneAfterAnother()
    {
        await Grain.SaveTwiceAtOnce(3);

        Assert.DoesNotContain("at once", _store.Notes);
        Assert.Equal(3, (await Grain.View()).Coins);
    }

    [Fact]
    public async Task InconsistentState_ThatEscapes_ThrowsAtTheCaller()
    {
        _store.FindsConflict = true;

        var thrown = await Assert.ThrowsAsync<InconsistentStateException>(() => Grain.Save(1));
        Assert.Equal("2", thrown.StoredEtag);
    }

    [Fact]
    public async Task InconsistentState_ThatEscapes_EndsTheActivation()
    {
        var before = await Grain.View();
        _store.FindsConflict = true;
        await Assert.ThrowsAsync<InconsistentStateException>(() => Grain.Save(1));

        Assert.NotEqual(before.Activation, (await Grain.View().InTime()).Activation);
    }

    [Fact]
    public async Task InconsistentState_ThatIsCaught_LeavesTheActivation()
    {
        var before = await Grain.View();
        _store.FindsConflict = true;

        Assert.Equal(nameof(InconsistentStateException), await Grain.TrySave(1));
        Assert.Equal(before.Activation, (await Grain.View()).Activation);
    }

    [Fact]
    public async Task Exception_OfTheStore_ComesWrapped()
    {
        _store.IsBroken = true;

        var thrown = await Assert.ThrowsAsync<OrleansException>(() => Grain.Save(1));
        Assert.IsType<IOException>(thrown.InnerException);
    }

    [Fact]
    public async Task Exception_OfTheStore_LeavesTheActivation()
    {
        var before = await Grain.View();
        _store.IsBroken = true;
        await Assert.ThrowsAsync<OrleansException>(() => Grain.Save(1));

        Assert.Equal(before.Activation, (await Grain.View()).Activation);
    }
}
