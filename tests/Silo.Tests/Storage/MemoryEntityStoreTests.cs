using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Orleans.Storage;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;
using OrleansGameState.Silo.Storage;

namespace OrleansGameState.Silo.Tests.Storage;

public sealed class MemoryEntityStoreTests
{
    private static readonly GrainId Grain = GrainId.Create("world", "ps2/10");

    private readonly MemoryEntityStore _store = new(new(TerritoryKinds.All), Options.Create(new MemoryStorageOptions { EventsPerEntity = 100 }));

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

    private async Task<GrainState<EntityRecord<WorldState>>> WrittenAsync(long first, long last)
    {
        var state = new GrainState<EntityRecord<WorldState>>(Record(first, last));
        await _store.WriteStateAsync("world", Grain, state);
        return state;
    }

    private async Task<GrainState<EntityRecord<WorldState>>> ReadAsync()
    {
        var read = new GrainState<EntityRecord<WorldState>>();
        await _store.ReadStateAsync("world", Grain, read);
        return read;
    }

    private static EntityRecord<WorldState> Record(long first, long last)
    {
        var at = DateTimeOffset.UnixEpoch;
        ImmutableArray<Envelope> events = [.. Enumerable.Range((int)first, (int)(last - first + 1)).Select(sequence =>
            new Envelope("territory", "ps2/10", sequence, at, new WorldDescribed(at, $"name {sequence}")))];
        return new("territory", "ps2/10", last, at, Guid.NewGuid(), WorldState.Initial("ps2/10"), events, [], ImmutableSortedDictionary<string, long>.Empty);
    }
}
