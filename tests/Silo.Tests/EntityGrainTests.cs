using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Silo.Storage;

namespace OrleansGameState.Silo.Tests;

public sealed class EntityGrainTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);
    private static readonly DateTimeOffset Start = new(2021, 1, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Commands_DecidedWhileAWriteIsInFlight_ShareOneFurtherWrite()
    {
        await using var cluster = await EntityCluster.StartAsync();
        var world = cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(10));
        await world.GetSnapshot();
        cluster.Store.Shut();

        var first = world.Execute(new DescribeWorld("one")).AsTask();
        await cluster.Store.Arrived.WaitAsync(Bound);
        var others = Enumerable.Range(2, 8).Select(number => world.Execute(new DescribeWorld($"name {number}")).AsTask()).ToArray();
        var read = await world.GetSnapshot();
        Assert.Equal(0, read.Sequence);
        Assert.All(others.Append(first), command => Assert.False(command.IsCompleted));

        cluster.Store.Open();
        var results = await Task.WhenAll(others.Append(first)).WaitAsync(Bound);
        Assert.All(results, result => Assert.Equal(1, result.Changes));
        Assert.Equal(9, (await world.GetSnapshot()).Sequence);

        var page = await world.ReadEvents(0, 100);
        Assert.Equal(Enumerable.Range(1, 9).Select(sequence => (long)sequence), page.Events.Select(envelope => envelope.Sequence));
        Assert.Equal(page.Events.Select(envelope => envelope.At).Order(), page.Events.Select(envelope => envelope.At));
    }

    [Fact]
    public async Task RepeatOfAnUncommittedCommand_IsAnsweredOnlyOnceThatIsDurable()
    {
        await using var cluster = await EntityCluster.StartAsync();
        var world = cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(10));
        await world.GetSnapshot();
        cluster.Store.Shut();
        var first = world.Execute(new DescribeWorld("Miller")).AsTask();
        await cluster.Store.Arrived.WaitAsync(Bound);

        var repeat = world.Execute(new DescribeWorld("Miller")).AsTask();
        await world.GetSnapshot();
        Assert.False(repeat.IsCompleted);
        cluster.Store.Open();

        Assert.Equal((1L, 0), ((await repeat.WaitAsync(Bound)).Sequence, (await repeat).Changes));
        Assert.Equal(1, (await first.WaitAsync(Bound)).Changes);
    }

    [Fact]
    public async Task FailedWrite_FailsWhatWasDecidedOnItAndTheEntityReloads()
    {
        await using var cluster = await EntityCluster.StartAsync();
        var world = cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(10));
        await world.Execute(new DescribeWorld("before"));
        cluster.Store.Failure = _ => new IOException("disk full");

        await Assert.ThrowsAnyAsync<Exception>(async () => await world.Execute(new DescribeWorld("lost")));
        cluster.Store.Failure = _ => null;

        var answered = await Eventually(() => world.Execute(new DescribeWorld("after")).AsTask());
        Assert.Equal(1, answered.Changes);
        var snapshot = await world.GetSnapshot();
        Assert.Equal(("after", 2L), (snapshot.State.Name, snapshot.Sequence));
    }

    [Fact]
    public async Task Entity_WhileTheStoreIsAway_IsStillReadAsItWasCommitted()
    {
        await using var cluster = await EntityCluster.StartAsync();
        var world = cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(10));
        await world.Execute(new DescribeWorld("before"));
        cluster.Store.Failure = cluster.Store.ReadFailure = _ => new IOException("no answer");

        await Assert.ThrowsAnyAsync<Exception>(async () => await world.Execute(new DescribeWorld("lost")));
        await Assert.ThrowsAnyAsync<Exception>(async () => await world.Execute(new DescribeWorld("lost too")));

        var snapshot = await world.GetSnapshot();
        Assert.Equal(("before", 1L), (snapshot.State.Name, snapshot.Sequence));
        Assert.Single((await world.ReadEvents(0, 10)).Events);
    }

    [Fact]
    public async Task WriteThatWasDoneThoughItsAnswerWasLost_IsSeenByWatchersOnce()
    {
        await using var cluster = await EntityCluster.StartAsync();
        var world = cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(10));
        var watcher = new Watcher(2);
        await world.Watch(cluster.Client.CreateObjectReference<IEntityObserver>(watcher));
        cluster.Store.LostAnswer = _ => new IOException("no answer");

        await Assert.ThrowsAnyAsync<Exception>(async () => await world.Execute(new DescribeWorld("done")));
        cluster.Store.LostAnswer = _ => null;
        var repeated = await Eventually(() => world.Execute(new DescribeWorld("done")).AsTask());
        await world.Execute(new DescribeWorld("next"));

        Assert.Equal((0, 1L), (repeated.Changes, repeated.Sequence));
        await watcher.Complete.WaitAsync(Bound);
        Assert.Equal([1L, 2], watcher.Events.Select(envelope => envelope.Sequence));
    }

    [Fact]
    public async Task Entity_ThatSomebodyElseWrote_IsReadAgain()
    {
        await using var cluster = await EntityCluster.StartAsync();
        var world = cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(10));
        await world.Execute(new DescribeWorld("before"));
        await world.DeliverPending();
        await WriteElsewhere(cluster.Store.Inner, world.GetGrainId());

        await Assert.ThrowsAnyAsync<Exception>(async () => await world.Execute(new DescribeWorld("mine")));

        var answered = await Eventually(() => world.Execute(new DescribeWorld("mine")).AsTask());
        Assert.Equal(3, answered.Sequence);
        Assert.Equal(["before", "theirs", "mine"], (await world.ReadEvents(0, 10)).Events.Select(envelope => ((WorldDescribed)envelope.Event).Name));
    }

    [Fact]
    public async Task Watcher_SeesEveryCommittedEventInOrder()
    {
        await using var cluster = await EntityCluster.StartAsync();
        var world = cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(10));
        var watcher = new Watcher(5);
        var observer = cluster.Client.CreateObjectReference<IEntityObserver>(watcher);
        var lease = await world.Watch(observer);
        Assert.Equal(0, lease.Sequence);

        for (var number = 1; number <= 5; number++)
        {
            await world.Execute(new DescribeWorld($"name {number}"));
        }

        await watcher.Complete.WaitAsync(Bound);
        Assert.Equal([1L, 2, 3, 4, 5], watcher.Events.Select(envelope => envelope.Sequence));
        Assert.All(watcher.Events, envelope => Assert.Equal(("territory", "ps2/10"), (envelope.System, envelope.Key)));
    }

    [Fact]
    public async Task Zone_ThatOpens_IsKnownToItsWorldAndTheWorldToTheDirectory()
    {
        await using var cluster = await EntityCluster.StartAsync();
        var directory = cluster.Client.GetGrain<IWorldDirectoryGrain>(TerritoryKeys.Directory);
        var watcher = new Watcher(1);
        var observer = cluster.Client.CreateObjectReference<IEntityObserver>(watcher);
        await directory.Watch(observer);

        var zone = cluster.Client.GetGrain<IZoneGrain>(TerritoryKeys.Zone(17, 2));
        await zone.Execute(new ReportFacilityControl(3400, Faction.VanuSovereignty, Faction.NewConglomerate, 1, null, Start));
        await watcher.Complete.WaitAsync(Bound);

        Assert.Equal([17], (await directory.GetSnapshot()).State.Worlds.Keys);
        Assert.Equal([2u], (await cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(17)).GetSnapshot()).State.Zones.Keys);
    }

    [Fact]
    public async Task IntentDeliveredTwice_IsAppliedOnce()
    {
        await using var cluster = await EntityCluster.StartAsync();
        var world = cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(10));
        var open = new ZoneReported(Start, new(2, "Testland", ZoneStatus.Open, null, Start));
        var locked = new ZoneReported(Start, new(2, "Testland", ZoneStatus.Locked, Faction.TerranRepublic, Start));

        await world.Receive(new("ps2/10/2", "ps2/10", 1, open));
        await world.Receive(new("ps2/10/2", "ps2/10", 2, locked));
        await world.Receive(new("ps2/10/2", "ps2/10", 1, open));

        var snapshot = await world.GetSnapshot();
        Assert.Equal((2L, ZoneStatus.Locked), (snapshot.Sequence, snapshot.State.Zones[2].Status));
    }

    [Fact]
    public async Task WhatAnEntityOwes_SurvivesAFailureToTellIt()
    {
        await using var cluster = await EntityCluster.StartAsync();
        var zone = cluster.Client.GetGrain<IZoneGrain>(TerritoryKeys.Zone(17, 2));
        var world = cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(17));
        cluster.Store.Failure = grain => grain.Key.ToString() == TerritoryKeys.World(17) ? new IOException("disk full") : null;
        await zone.Execute(new ReportFacilityControl(3400, Faction.VanuSovereignty, Faction.NewConglomerate, 1, null, Start));
        await zone.DeliverPending();
        Assert.Contains(("territory", "ps2/17/2"), await cluster.Store.Inner.FindAsync(10, default));

        cluster.Store.Failure = _ => null;
        await Eventually(async () =>
        {
            await zone.DeliverPending();
            return (await cluster.Store.Inner.FindAsync(10, default)).Any(owed => owed.Key == "ps2/17/2") ? throw new TimeoutException("still owed") : 0;
        });

        Assert.Equal([2u], (await world.GetSnapshot()).State.Zones.Keys);
    }

    [Fact]
    public async Task WhatWasDelivered_LeavesTheRecordWithTheNextWrite()
    {
        await using var cluster = await EntityCluster.StartAsync();
        var world = cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(10));
        var directory = cluster.Client.GetGrain<IWorldDirectoryGrain>(TerritoryKeys.Directory);
        await world.Execute(new DescribeWorld("Miller"));
        await Eventually(async () => (await directory.GetSnapshot()).State.Worlds.IsEmpty ? throw new TimeoutException("not told") : 0);
        var writes = cluster.Store.Writes;
        Assert.Contains(("territory", "ps2/10"), await cluster.Store.Inner.FindAsync(10, default));

        var reports = 0;
        await Eventually(async () =>
        {
            await world.Execute(new ReportOnline(++reports % 2 == 1, Start.AddSeconds(reports)));
            return (await cluster.Store.Inner.FindAsync(10, default)).IsEmpty ? 0 : throw new TimeoutException("the answer to what was told is still under way");
        });

        Assert.Equal(writes + reports, cluster.Store.Writes);
    }

    [Fact]
    public async Task WhatWasDelivered_IsForgottenByOneThatWritesNothingFurther()
    {
        await using var cluster = await EntityCluster.StartAsync();
        var world = cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(10));
        await world.Execute(new DescribeWorld("Miller"));

        await world.DeliverPending();
        var writes = cluster.Store.Writes;
        await world.DeliverPending();

        Assert.Empty(await cluster.Store.Inner.FindAsync(10, default));
        Assert.Equal(writes, cluster.Store.Writes);
    }

    [Fact]
    public async Task DeliveryUnderWay_IsWaitedFor()
    {
        await using var cluster = await EntityCluster.StartAsync();
        var world = cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(10));
        await world.GetSnapshot();
        var (arrived, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        cluster.Store.Held = grain =>
        {
            if (grain.Key.ToString() != TerritoryKeys.Directory)
            {
                return Task.CompletedTask;
            }

            arrived.TrySetResult();
            return gate.Task;
        };
        await world.Execute(new DescribeWorld("Miller"));
        await arrived.Task.WaitAsync(Bound);

        var delivered = world.DeliverPending().AsTask();
        await world.GetSnapshot();
        Assert.False(delivered.IsCompleted);
        gate.SetResult();

        await delivered.WaitAsync(Bound);
        Assert.Empty(await cluster.Store.Inner.FindAsync(10, default));
    }

    [Fact]
    public async Task ReadEvents_OutOfRange_IsACallersBug()
    {
        await using var cluster = await EntityCluster.StartAsync();
        var world = cluster.Client.GetGrain<IWorldGrain>(TerritoryKeys.World(10));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await world.ReadEvents(0, 1001));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await world.ReadEvents(-1, 1));
    }

    private static async Task WriteElsewhere(MemoryEntityStore store, GrainId id)
    {
        var stored = new GrainState<EntityRecord<WorldState>>();
        await store.ReadStateAsync("world", id, stored);
        var record = stored.State!;
        var @event = new WorldDescribed(Start, "theirs");
        stored.State = record with
        {
            Version = record.Version + 1,
            CommitId = Guid.NewGuid(),
            State = record.State.Apply(@event),
            NewEvents = [new(record.System, record.Key, record.Version + 1, record.At, @event)],
        };
        await store.WriteStateAsync("world", id, stored);
    }

    // An activation that failed is replaced at its own pace; each try is a call that either fails or is answered.
    private static async Task<T> Eventually<T>(Func<Task<T>> call)
    {
        using var bound = new CancellationTokenSource(Bound);
        while (true)
        {
            try
            {
                return await call();
            }
            catch (Exception) when (!bound.IsCancellationRequested)
            {
                await Task.Yield();
            }
        }
    }
}
