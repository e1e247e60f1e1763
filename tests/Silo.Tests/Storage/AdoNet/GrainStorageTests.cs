using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Orleans.TestingHost;

namespace OrleansGameState.Silo.Tests.Storage.AdoNet;

public sealed class GrainStorageTests
{
    private const string Store = "store";
    private const string Deleting = "deleting";
    private const string Name = "state";

    private static readonly string[] Keys = ["text", "ps2/10/2", "12", "6ba7b8109dad11d180b400c04fd430c8", "12+with text", "6ba7b8109dad11d180b400c04fd430c8+with text"];

    public static TheoryData<string> AllKeys => [.. Keys];

    [SkippableTheory]
    [MemberData(nameof(AllKeys))]
    public async Task State_ThatWasWritten_IsReadUnderItsKeyAlone(string key)
    {
        await using var silo = await StorageSilo.StartAsync();
        var written = new GrainState<Counter>(new() { Count = 7 });

        await silo.Storage().WriteStateAsync(Name, Grain(key), written);

        var read = await silo.ReadAsync(Grain(key));
        Assert.Equal((7, written.ETag, true), (read.State!.Count, read.ETag, read.RecordExists));
        foreach (var other in Keys.Where(other => other != key))
        {
            Assert.False((await silo.ReadAsync(Grain(other))).RecordExists);
        }

        Assert.False((await silo.ReadAsync(Grain(key), "another")).RecordExists);
    }

    [SkippableFact]
    public async Task State_ThatIsNotThere_IsReadAsNone()
    {
        await using var silo = await StorageSilo.StartAsync();

        var read = await silo.ReadAsync(Grain("a"));

        Assert.Equal((0, null, false), (read.State!.Count, read.ETag, read.RecordExists));
    }

    [SkippableFact]
    public async Task Write_OnAVersionThatPassed_IsAConflict()
    {
        await using var silo = await StorageSilo.StartAsync();
        var first = new GrainState<Counter>(new() { Count = 1 });
        await silo.Storage().WriteStateAsync(Name, Grain("a"), first);
        var stale = await silo.ReadAsync(Grain("a"));
        await silo.Storage().WriteStateAsync(Name, Grain("a"), first);

        await Assert.ThrowsAsync<InconsistentStateException>(() => silo.Storage().WriteStateAsync(Name, Grain("a"), stale));
        await Assert.ThrowsAsync<InconsistentStateException>(() => silo.Storage().WriteStateAsync(Name, Grain("a"), new GrainState<Counter>(new() { Count = 2 })));
        await Assert.ThrowsAsync<InconsistentStateException>(() => silo.Storage().WriteStateAsync(Name, Grain("b"), new GrainState<Counter>(new(), "5")));

        Assert.Equal(first.ETag, (await silo.ReadAsync(Grain("a"))).ETag);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Writes_MadeTogether_HaveOneThatIsDone(bool isThere)
    {
        await using var silo = await StorageSilo.StartAsync();
        if (isThere)
        {
            await silo.Storage().WriteStateAsync(Name, Grain("a"), new GrainState<Counter>(new()));
        }

        var states = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => silo.ReadAsync(Grain("a"))));
        var done = await Task.WhenAll(states.Select((state, number) => Task.Run(async () =>
        {
            try
            {
                state.State!.Count = number + 1;
                await silo.Storage().WriteStateAsync(Name, Grain("a"), state);
                return number + 1;
            }
            catch (InconsistentStateException)
            {
                return 0;
            }
        })));

        Assert.Equal((await silo.ReadAsync(Grain("a"))).State!.Count, Assert.Single(done, number => number > 0));
    }

    [SkippableTheory]
    [InlineData(Store)]
    [InlineData(Deleting)]
    public async Task State_ThatIsCleared_IsGoneAndCanBeWrittenAgain(string store)
    {
        await using var silo = await StorageSilo.StartAsync();
        var state = new GrainState<Counter>(new() { Count = 1 });
        await silo.Storage(store).WriteStateAsync(Name, Grain("a"), state);
        var stale = await silo.ReadAsync(Grain("a"));
        await silo.Storage(store).WriteStateAsync(Name, Grain("a"), state);

        await Assert.ThrowsAsync<InconsistentStateException>(() => silo.Storage(store).ClearStateAsync(Name, Grain("a"), stale));
        await silo.Storage(store).ClearStateAsync(Name, Grain("a"), state);

        Assert.Equal((0, false), (state.State!.Count, state.RecordExists));
        Assert.False((await silo.ReadAsync(Grain("a"))).RecordExists);
        state.State.Count = 3;
        await silo.Storage(store).WriteStateAsync(Name, Grain("a"), state);
        Assert.Equal(3, (await silo.ReadAsync(Grain("a"))).State!.Count);
    }

    private static GrainId Grain(string key) => GrainId.Create("counter", key);

    [GenerateSerializer]
    [Alias("Tests.Counter")]
    public sealed class Counter
    {
        [Id(0)]
        public int Count { get; set; }
    }

    private sealed class StorageSilo(StoreDatabase database, InProcessTestCluster cluster) : IAsyncDisposable
    {
        public static async Task<StorageSilo> StartAsync()
        {
            var database = await StoreDatabase.CreateMigratedAsync();
            var builder = new InProcessTestClusterBuilder(1);
            builder.ConfigureSilo((_, silo) => silo
                .AddAdoNetGrainStorage(Store, options => (options.Invariant, options.ConnectionString) = (ProviderHost.Invariant, database.ConnectionString))
                .AddAdoNetGrainStorage(Deleting, options => (options.Invariant, options.ConnectionString, options.DeleteStateOnClear) = (ProviderHost.Invariant, database.ConnectionString, true)));
            var cluster = builder.Build();
            await ProviderHost.OrSkipAsync(cluster.DeployAsync);
            return new(database, cluster);
        }

        public IGrainStorage Storage(string name = Store) => cluster.Silos[0].ServiceProvider.GetRequiredKeyedService<IGrainStorage>(name);

        public async Task<GrainState<Counter>> ReadAsync(GrainId grain, string name = Name)
        {
            var state = new GrainState<Counter>();
            await Storage().ReadStateAsync(name, grain, state);
            return state;
        }

        public async ValueTask DisposeAsync()
        {
            await cluster.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
