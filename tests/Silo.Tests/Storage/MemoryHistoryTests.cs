using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;
using OrleansGameState.Grains.Territory;
using OrleansGameState.Silo.Storage;
using OrleansGameState.Testing;

namespace OrleansGameState.Silo.Tests.Storage;

public sealed class MemoryHistoryTests
{
    private const string Key = "ps2/10";

    private readonly ManualTimeProvider _time = new();

    [Fact]
    public async Task History_ThatGoesOnFromAStoredState_HasThatStateAndTheEventsAfterIt()
    {
        var history = NewHistory(HistoryReach.SinceStart);
        history.Resume(TerritoryKinds.World, Record(5, 0));
        history.Append(TerritoryKinds.World, Record(7, 2));

        var page = await history.ReadAsync("territory", Key, 5, 10, default);
        Assert.Equal([6L, 7L], page.Events.Select(envelope => envelope.Sequence));
        Assert.False(page.IsTruncated(5));
        Assert.True((await history.ReadAsync("territory", Key, 4, 10, default)).IsTruncated(4));

        var past = await history.StateAtAsync("territory", Key, At(6), default);
        Assert.Equal(("name 6", 6L, true), (((WorldState)past.State!).Name, past.Sequence, past.IsTruncated));
        Assert.Null((await history.StateAtAsync("territory", Key, At(4), default)).State);
    }

    [Fact]
    public async Task History_ThatIsResumedWhereItStands_KeepsItsEvents()
    {
        var history = NewHistory(HistoryReach.SinceStart);
        history.Resume(TerritoryKinds.World, Record(0, 0));
        history.Append(TerritoryKinds.World, Record(2, 2));

        history.Resume(TerritoryKinds.World, Record(2, 0));

        Assert.Equal(2, (await history.ReadAsync("territory", Key, 0, 10, default)).Events.Length);
    }

    [Fact]
    public async Task History_ThatAnotherProcessWentOnWith_BeginsAnew()
    {
        var history = NewHistory(HistoryReach.Part);
        history.Append(TerritoryKinds.World, Record(2, 2));

        history.Resume(TerritoryKinds.World, Record(9, 0));

        var page = await history.ReadAsync("territory", Key, 2, 10, default);
        Assert.Equal((0, 9L, true), (page.Events.Length, page.Latest, page.IsTruncated(2)));
    }

    [Theory]
    [InlineData("Whole", false, false)]
    [InlineData("SinceStart", true, false)]
    [InlineData("Part", true, true)]
    public async Task SystemLog_TellsWhatItCannotHave(string reach, bool isTruncatedAtStart, bool isTruncatedAfterwards)
    {
        var history = NewHistory(Enum.Parse<HistoryReach>(reach));
        Assert.Equal(isTruncatedAtStart, (await history.ReadSystemAsync("territory", CommitPosition.Start, 10, default)).IsTruncated);
        history.Append(TerritoryKinds.World, Record(1, 1));

        var first = await history.ReadSystemAsync("territory", CommitPosition.Start, 10, default);
        var next = await history.ReadSystemAsync("territory", first.Next, 10, default);

        Assert.Equal((isTruncatedAtStart, 1), (first.IsTruncated, first.Events.Length));
        Assert.Equal((isTruncatedAfterwards, 0), (next.IsTruncated, next.Events.Length));
    }

    private static DateTimeOffset At(long sequence) => DateTimeOffset.UnixEpoch.AddSeconds(sequence);

    private MemoryHistory NewHistory(HistoryReach reach) => new(new(), _time, reach);

    private static EntityRecord<WorldState> Record(long version, int events)
    {
        ImmutableArray<Envelope> committed = [.. Enumerable.Range((int)version - events + 1, events).Select(sequence =>
            new Envelope("territory", Key, sequence, At(sequence), new WorldDescribed(At(sequence), $"name {sequence}")))];
        return new("territory", Key, version, At(version), Guid.NewGuid(), WorldState.Initial(Key) with { Name = $"name {version}" }, committed, [], ImmutableSortedDictionary<string, long>.Empty);
    }
}
