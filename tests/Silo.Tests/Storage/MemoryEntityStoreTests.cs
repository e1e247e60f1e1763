using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Orleans.Storage;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;
using OrleansGameState.Silo.Storage;
using OrleansGameState.Testing;

namespace OrleansGameState.Silo.Tests.Storage;

public sealed class MemoryEntityStoreTests
{
    private static readonly GrainId Grain = GrainId.Create("world", "ps2/10");

    private readonly ManualTimeProvider _time = new();
    private readonly MemoryEntityStore _store;

    public MemoryEntityStoreTests() => _store = NewStore();

    [Fact]
    public async Task Record_OnceWritten_IsReadWithItsVersion()
    {
        var state = await WrittenAsync(1, 2);

        var read = await ReadAsync();

        Assert.True(read.RecordExists);
        Assert.Equal((2L, state.ETag), (read.State!.Version, read.ETag));
    }

    [Fact]
    public async Task StaleWrite_IsInconsistentAndChangesNothing()
    {
        await WrittenAsync(1, 2);
        var stale = new GrainState<EntityRecord<WorldState>>(Record(1, 1));

        await Assert.ThrowsAsync<InconsistentStateException>(() => _store.WriteStateAsync("world", Grain, stale));

        Assert.Equal(2, (await ReadAsync()).State!.Version);
    }

    [Fact]
    public async Task WriteThatLeavesAHole_IsABug()
    {
        var state = await WrittenAsync(1, 2);
        state.State = Record(4, 4);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _store.WriteStateAsync("world", Grain, state));
    }

    [Fact]
    public async Task Log_KeepsTheLastEventsAndTellsWhatIsGone()
    {
        await WrittenAsync(1, 150);

        var page = await _store.ReadAsync("territory", "ps2/10", 0, 10, default);

        Assert.True(page.IsTruncated(0));
        Assert.False(page.IsTruncated(50));
        Assert.Equal((51L, 150L, 51L, 10), (page.Oldest, page.Latest, page.Events[0].Sequence, page.Events.Length));
    }

    [Theory]
    [InlineData(60, 3, new long[] { 61, 62, 63 })]
    [InlineData(149, 3, new long[] { 150 })]
    [InlineData(150, 3, new long[] { })]
    [InlineData(999, 3, new long[] { })]
    public async Task Log_ReadsAfterASequence(long after, int limit, long[] sequences)
    {
        await WrittenAsync(1, 150);

        var page = await _store.ReadAsync("territory", "ps2/10", after, limit, default);

        Assert.Equal(sequences, page.Events.Select(envelope => envelope.Sequence));
    }

    // Event n is committed at second n, in one commit with all others of a write.
    [Theory]
    [InlineData(60, 63, 0, 9, new long[] { 60, 61, 62 })]
    [InlineData(60, 63, 60, 9, new long[] { 61, 62 })]
    [InlineData(60, 70, 0, 2, new long[] { 60, 61 })]
    [InlineData(0, 53, 0, 9, new long[] { 51, 52 })]
    [InlineData(149, 999, 0, 9, new long[] { 149, 150 })]
    [InlineData(60, 60, 0, 9, new long[] { })]
    public async Task Log_ReadsBetweenTimes(int from, int to, long after, int limit, long[] sequences)
    {
        await WrittenAsync(1, 150);

        var page = await _store.ReadBetweenAsync("territory", "ps2/10", Second(from), Second(to), after, limit, default);

        Assert.Equal(sequences, page.Events.Select(envelope => envelope.Sequence));
        Assert.Equal((51L, 150L), (page.Oldest, page.Latest));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1.5, 1)]
    [InlineData(7, 7)]
    [InlineData(90, 90)]
    [InlineData(9999, 90)]
    public async Task StateAt_IsTheFoldOfWhatWasCommittedByThen(double second, long sequence)
    {
        await WrittenAsync(1, 90);

        var past = await _store.StateAtAsync("territory", "ps2/10", Second(second), default);

        Assert.Equal((sequence, Second(sequence), Second(1), false), (past.Sequence, past.At, past.Since, past.IsTruncated));
        Assert.Equal($"name {sequence}", ((WorldState)past.State!).Name);
    }

    [Theory]
    [InlineData(90, 0.5, 1, false)]
    [InlineData(100, 0.5, 1, false)]
    [InlineData(150, 0.5, 50, true)]
    [InlineData(150, 49, 50, true)]
    public async Task StateAt_BeforeWhatIsKept_TellsSinceWhenThereIsSomething(long last, double second, int since, bool isTruncated)
    {
        await WrittenAsync(1, last);

        var past = await _store.StateAtAsync("territory", "ps2/10", Second(second), default);

        Assert.Null(past.State);
        Assert.Equal((Second(since), isTruncated), (past.Since, past.IsTruncated));
    }

    [Fact]
    public async Task StateAt_WhereOlderEventsAreGone_BeginsWithTheLastOfThem()
    {
        await WrittenAsync(1, 150);

        var past = await _store.StateAtAsync("territory", "ps2/10", Second(50), default);

        Assert.Equal((50L, true), (past.Sequence, past.IsTruncated));
        Assert.Equal("name 50", ((WorldState)past.State!).Name);
    }

    [Fact]
    public async Task WhatWasNeverWritten_HasNoPast()
    {
        Assert.Equal(PastState.Unknown, await _store.StateAtAsync("territory", "ps2/11", Second(1), default));
        Assert.Equal(0, (await _store.ReadBetweenAsync("territory", "ps2/11", Second(0), Second(9), 0, 9, default)).Latest);
        Assert.Empty((await _store.ReadSystemAsync("territory", CommitPosition.Start, 9, default)).Events);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public async Task SystemLog_FollowedByNext_HasEachEventOnceInTheOrderOfCommits(int limit)
    {
        await WrittenAsync(1, 3);
        await WrittenAsync(1, 2, world: 9);
        await WrittenAsync(1, 1, world: 11);

        var (read, position) = (new List<string>(), CommitPosition.Start);
        while (await _store.ReadSystemAsync("territory", position, limit, default) is { Events.IsEmpty: false } page)
        {
            Assert.False(page.IsTruncated);
            read.AddRange(page.Events.Select(envelope => $"{envelope.Key}:{envelope.Sequence}"));
            position = page.Next;
        }

        Assert.Equal(["ps2/10:1", "ps2/10:2", "ps2/10:3", "ps2/9:1", "ps2/9:2", "ps2/11:1"], read);
        Assert.Equal(position, (await _store.ReadSystemAsync("territory", position, limit, default)).Next);
    }

    [Fact]
    public async Task SystemLog_OverItsBound_TellsWhatIsGone()
    {
        await WrittenAsync(1, 1, world: 9);
        var early = (await _store.ReadSystemAsync("territory", CommitPosition.Start, 1000, default)).Next;
        await WrittenAsync(1, 1500);

        var page = await _store.ReadSystemAsync("territory", early, 1000, default);
        var next = await _store.ReadSystemAsync("territory", page.Next, 1000, default);

        Assert.True(page.IsTruncated);
        Assert.Equal((501L, 1500L, 1000), (page.Events[0].Sequence, page.Events[^1].Sequence, page.Events.Length));
        Assert.Empty(next.Events);
    }

    [Fact]
    public async Task SystemLog_AtAPositionOfAnEarlierProcess_TellsThatWhatWasIsGone()
    {
        await WrittenAsync(1, 20);
        var position = (await _store.ReadSystemAsync("territory", CommitPosition.Start, 1000, default)).Next;
        _time.Advance(TimeSpan.FromMinutes(1));
        var restarted = NewStore();
        var state = new GrainState<EntityRecord<WorldState>>(Record(1, 2, 9));
        await restarted.WriteStateAsync("world", Grain, state);

        var page = await restarted.ReadSystemAsync("territory", position, 1000, default);

        Assert.True(page.IsTruncated);
        Assert.Equal(2, page.Events.Length);
        Assert.False((await restarted.ReadSystemAsync("territory", page.Next, 1000, default)).IsTruncated);
        Assert.True((await _store.ReadSystemAsync("territory", page.Next, 1000, default)).IsTruncated);
        Assert.False((await restarted.ReadSystemAsync("territory", CommitPosition.Start, 1000, default)).IsTruncated);
    }

    private static DateTimeOffset Second(double second) => DateTimeOffset.UnixEpoch.AddSeconds(second);

    private MemoryEntityStore NewStore() => new(
        new(TerritoryKinds.All),
        Options.Create(new MemoryStorageOptions { EventsPerEntity = 100, EventsPerSystem = 1000 }),
        _time);

    private async Task<GrainState<EntityRecord<WorldState>>> WrittenAsync(long first, long last, int world = 10)
    {
        var state = new GrainState<EntityRecord<WorldState>>(Record(first, last, world));
        await _store.WriteStateAsync("world", world == 10 ? Grain : GrainId.Create("world", $"ps2/{world}"), state);
        return state;
    }

    private async Task<GrainState<EntityRecord<WorldState>>> ReadAsync()
    {
        var read = new GrainState<EntityRecord<WorldState>>();
        await _store.ReadStateAsync("world", Grain, read);
        return read;
    }

    private static EntityRecord<WorldState> Record(long first, long last, int world = 10)
    {
        var key = $"ps2/{world}";
        ImmutableArray<Envelope> events = [.. Enumerable.Range((int)first, (int)(last - first + 1)).Select(sequence =>
            new Envelope("territory", key, sequence, Second(sequence), new WorldDescribed(Second(sequence), $"name {sequence}")))];
        return new("territory", key, last, Second(last), Guid.NewGuid(), WorldState.Initial(key), events, [], ImmutableSortedDictionary<string, long>.Empty);
    }
}
