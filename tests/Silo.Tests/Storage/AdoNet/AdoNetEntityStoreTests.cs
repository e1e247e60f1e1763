using System.Collections.Immutable;
using Orleans.Storage;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Silo.Tests.Storage.Commits;

namespace OrleansGameState.Silo.Tests.Storage.AdoNet;

public sealed class AdoNetEntityStoreTests
{
    private const string Key = "ps2/10";

    private static readonly GrainId Grain = GrainId.Create("world", Key);
    private static readonly DateTimeOffset At = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [SkippableFact]
    public async Task Record_OnceWritten_IsReadAsItWas()
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();
        await using var silo = await AdoNetSilo.StartAsync(database.ConnectionString);
        var written = new GrainState<EntityRecord<WorldState>>(Record(1, 2) with
        {
            Pending = [new(Key, "ps2", 2, new WorldListed(At, 10, "Harrow"))],
            Received = ImmutableSortedDictionary<string, long>.Empty.Add("ps2/10/2", 7),
        });

        await silo.Storage.WriteStateAsync("world", Grain, written);
        var read = await ReadAsync(silo.Storage);

        Assert.Equal((written.ETag, true), (read.ETag, read.RecordExists));
        var (expected, actual) = (written.State!, read.State!);
        Assert.Equal((expected.System, expected.Key, expected.Version, expected.At, expected.CommitId), (actual.System, actual.Key, actual.Version, actual.At, actual.CommitId));
        Assert.Equal((expected.State.WorldId, expected.State.Name), (actual.State.WorldId, actual.State.Name));
        Assert.Equal(expected.Pending.AsEnumerable(), actual.Pending);
        Assert.Equal(expected.Received, actual.Received);
        Assert.Empty(actual.NewEvents);
    }

    [SkippableFact]
    public async Task StaleWrite_IsInconsistentAndChangesNothing()
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();
        await using var silo = await AdoNetSilo.StartAsync(database.ConnectionString);
        await silo.Storage.WriteStateAsync("world", Grain, new GrainState<EntityRecord<WorldState>>(Record(1, 2)));

        await Assert.ThrowsAsync<InconsistentStateException>(() => silo.Storage.WriteStateAsync("world", Grain, new GrainState<EntityRecord<WorldState>>(Record(1, 1))));

        Assert.Equal(2, (await ReadAsync(silo.Storage)).State!.Version);
        Assert.Equal(2, (await silo.Log.ReadAsync("territory", Key, 0, 10, default)).Latest);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Write_WhoseAnswerIsLost_CountsOnce(bool isFirst)
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();
        await using var relay = new CuttingRelay();
        await using var silo = await AdoNetSilo.StartAsync(relay.Through(database.ConnectionString));
        var state = new GrainState<EntityRecord<WorldState>>(Record(1, 1));
        if (!isFirst)
        {
            await silo.Storage.WriteStateAsync("world", Grain, state);
            state.State = Record(2, 2);
        }

        var version = state.State!.Version;
        relay.CutNextAnswer();
        await silo.Storage.WriteStateAsync("world", Grain, state);

        Assert.True(relay.HasCut);
        Assert.Equal(version, (await ReadAsync(silo.Storage)).State!.Version);
        Assert.Equal(version, (await silo.Log.ReadAsync("territory", Key, 0, 10, default)).Events.Length);
        state.State = Record(version + 1, version + 1);
        await silo.Storage.WriteStateAsync("world", Grain, state);
        Assert.Equal(version + 1, (await ReadAsync(silo.Storage)).State!.Version);
    }

    [SkippableFact]
    public async Task Write_WithoutADatabaseForTooLong_IsUnavailableAndMayBeTriedAgain()
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();
        await using var relay = new CuttingRelay();
        await using var silo = await AdoNetSilo.StartAsync(relay.Through(database.ConnectionString), new() { CommitTimeoutSeconds = 1 });
        var state = new GrainState<EntityRecord<WorldState>>(Record(1, 1));
        relay.Close();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => silo.Storage.WriteStateAsync("world", Grain, state));

        relay.Open();
        Assert.False((await ReadAsync(silo.Storage)).RecordExists);
        await silo.Storage.WriteStateAsync("world", Grain, state);
        Assert.Equal(1, (await ReadAsync(silo.Storage)).State!.Version);
    }

    [SkippableFact]
    public async Task Entities_OfAProcessBeforeThisOne_HaveTheirStateAndTellThatTheirEventsAreGone()
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();
        await using (var before = await AdoNetSilo.StartAsync(database.ConnectionString))
        {
            await before.Client.GetGrain<IWorldGrain>(Key).Execute(new DescribeWorld("Harrow"));
            await before.Client.GetGrain<IWorldGrain>(Key).Execute(new DescribeWorld("Helios"));
        }

        await using var silo = await AdoNetSilo.StartAsync(database.ConnectionString);
        var world = silo.Client.GetGrain<IWorldGrain>(Key);

        var snapshot = await world.GetSnapshot();
        Assert.Equal("Helios", snapshot.State.Name);
        Assert.Equal(snapshot.Sequence, (await world.GetSnapshotAt(DateTimeOffset.MaxValue)).Snapshot!.Sequence);
        Assert.True((await world.GetSnapshotAt(snapshot.AsOf.AddTicks(-10))).IsTruncated);
        Assert.True((await world.ReadEvents(0, 10)).IsTruncated(0));

        await world.Execute(new DescribeWorld("Cobalt"));
        var page = await world.ReadEvents(snapshot.Sequence, 10);
        Assert.False(page.IsTruncated(snapshot.Sequence));
        Assert.Equal("Cobalt", Assert.IsType<WorldDescribed>(page.Events[^1].Event).Name);
    }

    [SkippableFact]
    public async Task WhatIsOwed_WhenItsProcessEnded_IsFoundByTheNext()
    {
        await using var database = await StoreDatabase.CreateMigratedAsync();
        await using (var before = await AdoNetSilo.StartAsync(database.ConnectionString))
        {
            await before.Storage.WriteStateAsync("world", Grain, new GrainState<EntityRecord<WorldState>>(Record(1, 1) with { Pending = [new(Key, "ps2", 1, new WorldListed(At, 10, "Harrow"))] }));
            await before.Storage.WriteStateAsync("world", GrainId.Create("world", "ps2/13"), new GrainState<EntityRecord<WorldState>>(Record(1, 1) with { Key = "ps2/13", NewEvents = [] }));
        }

        await using var silo = await AdoNetSilo.StartAsync(database.ConnectionString);

        Assert.Equal(("territory", Key), Assert.Single(await silo.Pending.FindAsync(10, default)));
        await silo.Client.GetGrain<IWorldGrain>(Key).DeliverPending();
        Assert.Empty(await silo.Pending.FindAsync(10, default));
        Assert.Equal(10, Assert.Single((await silo.Client.GetGrain<IWorldDirectoryGrain>(TerritoryKeys.Directory).GetSnapshot()).State.Worlds).Key);
    }

    private static async Task<GrainState<EntityRecord<WorldState>>> ReadAsync(IGrainStorage storage)
    {
        var read = new GrainState<EntityRecord<WorldState>>();
        await storage.ReadStateAsync("world", Grain, read);
        return read;
    }

    private static EntityRecord<WorldState> Record(long first, long last)
    {
        ImmutableArray<Envelope> events = [.. Enumerable.Range((int)first, (int)(last - first + 1)).Select(sequence =>
            new Envelope("territory", Key, sequence, At.AddSeconds(sequence), new WorldDescribed(At, $"name {sequence}")))];
        return new("territory", Key, last, At.AddSeconds(last), Guid.NewGuid(), WorldState.Initial(Key) with { Name = $"name {last}" }, events, [], ImmutableSortedDictionary<string, long>.Empty);
    }
}
