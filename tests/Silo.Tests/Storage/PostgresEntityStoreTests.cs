using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Orleans.Storage;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;
using OrleansGameState.Silo.Storage;
using OrleansGameState.Silo.Tests.Storage.Commits;

namespace OrleansGameState.Silo.Tests.Storage;

public sealed class PostgresEntityStoreTests
{
    private static readonly GrainId Grain = GrainId.Create("world", "ps2/10");
    private static readonly DateTimeOffset At = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task Record_OnceWritten_IsReadAsItWas()
    {
        await using var host = await CommitHost.StartAsync();
        var store = StoreOn(host);
        var written = new GrainState<EntityRecord<WorldState>>(Record(2) with
        {
            Pending = [new("ps2/10", "ps2", 2, new WorldListed(At, 10, "Harrow"))],
            Received = ImmutableSortedDictionary<string, long>.Empty.Add("ps2/10/2", 7),
        });

        await store.WriteStateAsync("world", Grain, written);
        var read = await ReadAsync(store);

        Assert.True(read.RecordExists);
        Assert.Equal(written.ETag, read.ETag);
        var (expected, actual) = (written.State!, read.State!);
        Assert.Equal((expected.System, expected.Key, expected.Version, expected.At, expected.CommitId), (actual.System, actual.Key, actual.Version, actual.At, actual.CommitId));
        Assert.Equal((expected.State.WorldId, expected.State.Name), (actual.State.WorldId, actual.State.Name));
        Assert.Equal(expected.Pending.AsEnumerable(), actual.Pending);
        Assert.Equal(expected.Received, actual.Received);
        Assert.Empty(actual.NewEvents);
    }

    [SkippableFact]
    public async Task Entity_NothingWasToldOf_HasNoRecord()
    {
        await using var host = await CommitHost.StartAsync();

        var read = await ReadAsync(StoreOn(host));

        Assert.False(read.RecordExists);
        Assert.Null(read.ETag);
    }

    [SkippableFact]
    public async Task StaleWrite_IsInconsistentAndChangesNothing()
    {
        await using var host = await CommitHost.StartAsync();
        var store = StoreOn(host);
        await store.WriteStateAsync("world", Grain, new GrainState<EntityRecord<WorldState>>(Record(2)));

        var stale = new GrainState<EntityRecord<WorldState>>(Record(1));
        await Assert.ThrowsAsync<InconsistentStateException>(() => store.WriteStateAsync("world", Grain, stale));

        Assert.Equal(2, (await ReadAsync(store)).State!.Version);
        Assert.Equal(2, await host.EventsAsync());
    }

    [SkippableFact]
    public async Task Write_ThatPassesAMultipleOfTheCheckpointLength_LeavesACheckpoint()
    {
        await using var host = await CommitHost.StartAsync();
        var store = StoreOn(host, new() { CheckpointEvery = 10 });
        var state = new GrainState<EntityRecord<WorldState>>(Record(8));
        await store.WriteStateAsync("world", Grain, state);
        Assert.Equal(0, await host.QueryAsync<long>("select count(*) from entity_checkpoint"));

        state.State = Record(13, after: 8);
        await store.WriteStateAsync("world", Grain, state);

        Assert.Equal(13, await host.QueryAsync<long>("select seq from entity_checkpoint"));
    }

    [SkippableFact]
    public async Task TextThatTheDatabaseCannotHold_IsRefusedBeforeItGetsThere()
    {
        await using var host = await CommitHost.StartAsync();
        var record = Record(1);
        var state = new GrainState<EntityRecord<WorldState>>(record with { State = record.State with { Name = "a\0b" } });

        await Assert.ThrowsAsync<UnstorableTextException>(() => StoreOn(host).WriteStateAsync("world", Grain, state));

        Assert.Equal(0, host.Queue.Count);
        Assert.Equal(0, await host.EventsAsync());
    }

    [SkippableFact]
    public async Task WriteThatLeavesAHole_IsABug()
    {
        await using var host = await CommitHost.StartAsync();
        var record = Record(3);
        var state = new GrainState<EntityRecord<WorldState>>(record with { NewEvents = record.NewEvents.RemoveAt(1) });

        await Assert.ThrowsAsync<InvalidOperationException>(() => StoreOn(host).WriteStateAsync("world", Grain, state));
    }

    private static PostgresEntityStore StoreOn(CommitHost host, StorageOptions? options = null)
    {
        var types = new StoredTypes(TerritoryKinds.All);
        return new(types, new(types), host.Queue, new(host.Source, TimeProvider.System), Options.Create(options ?? new()));
    }

    private static async Task<GrainState<EntityRecord<WorldState>>> ReadAsync(PostgresEntityStore store)
    {
        var read = new GrainState<EntityRecord<WorldState>>();
        await store.ReadStateAsync("world", Grain, read);
        return read;
    }

    private static EntityRecord<WorldState> Record(long version, long after = 0)
    {
        var state = WorldState.Initial("ps2/10");
        var events = ImmutableArray.CreateBuilder<Envelope>();
        for (var sequence = after + 1; sequence <= version; sequence++)
        {
            var @event = new WorldDescribed(At, $"name {sequence}");
            state = state.Apply(@event);
            events.Add(new("territory", "ps2/10", sequence, At, @event));
        }

        return new("territory", "ps2/10", version, At, Guid.NewGuid(), state, events.ToImmutable(), [], ImmutableSortedDictionary<string, long>.Empty);
    }
}
