using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Silo.Storage.History;
using OrleansGameState.Testing.Postgres;

namespace OrleansGameState.Silo.Tests.Storage.History;

public sealed class PostgresEventLogTests : IAsyncLifetime
{
    private const string Key = "ps2/10";
    private static readonly DateTimeOffset First = new(2026, 1, 31, 23, 59, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero);

    private Worlds _worlds = null!;

    // Events 1 to 6 a minute apart, over the end of a month.
    public async Task InitializeAsync()
    {
        if (!TestPostgres.IsInstalled)
        {
            return;
        }

        _worlds = await Worlds.CreateAsync();
        await _worlds.CommitAsync(Key, Enumerable.Range(0, 6).Select(minute => First.AddMinutes(minute)), sequence => sequence == 4);
    }

    public async Task DisposeAsync()
    {
        if (_worlds is not null)
        {
            await _worlds.DisposeAsync();
        }
    }

    [SkippableTheory]
    [InlineData(0, 10, new long[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(0, 2, new long[] { 1, 2 })]
    [InlineData(4, 10, new long[] { 5, 6 })]
    [InlineData(6, 10, new long[] { })]
    public async Task Read_GivesWhatFollowsASequence(long after, int limit, long[] sequences)
    {
        var page = await Installed().ReadAsync("territory", Key, after, limit, default);

        Assert.Equal(sequences, page.Events.Select(envelope => envelope.Sequence));
        Assert.Equal((1, 6), (page.Oldest, page.Latest));
        Assert.All(page.Events, envelope => Assert.Equal(("territory", Key, First.AddMinutes(envelope.Sequence - 1)), (envelope.System, envelope.Key, envelope.At)));
    }

    [SkippableFact]
    public async Task Read_OfAnUnknownEntity_IsEmpty()
    {
        var page = await Installed().ReadAsync("territory", "ps2/99", 0, 10, default);

        Assert.Equal((0, 1, 0), (page.Events.Length, page.Oldest, page.Latest));
    }

    [SkippableTheory]
    [InlineData(0, 600, 0, new long[] { 1, 2, 3, 4, 5, 6 })]
    [InlineData(60, 180, 0, new long[] { 2, 3 })]
    [InlineData(60, 180.0000001, 0, new long[] { 2, 3, 4 })]
    [InlineData(60.0000001, 180, 0, new long[] { 3 })]
    [InlineData(60, 600, 4, new long[] { 5, 6 })]
    public async Task ReadBetween_TakesTheStartAndLeavesTheEnd(double from, double to, long after, long[] sequences)
    {
        var page = await Installed().ReadBetweenAsync("territory", Key, First + Exactly(from), First + Exactly(to), after, 10, default);

        Assert.Equal(sequences, page.Events.Select(envelope => envelope.Sequence));
    }

    [SkippableFact]
    public async Task ReadBetween_FromEverToEver_GivesAll()
    {
        var page = await Installed().ReadBetweenAsync("territory", Key, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 0, 10, default);

        Assert.Equal(6, page.Events.Length);
    }

    [SkippableFact]
    public async Task ReadSystem_PagesInOrderOfCommits()
    {
        Installed();
        await _worlds.CommitAsync("ps2/1", [First, First.AddMinutes(1)]);
        var (position, seen) = (CommitPosition.Start, new List<(string, long)>());
        for (var page = await _worlds.Log.ReadSystemAsync("territory", position, 3, default); !page.Events.IsEmpty; page = await _worlds.Log.ReadSystemAsync("territory", position, 3, default))
        {
            Assert.False(page.IsTruncated);
            seen.AddRange(page.Events.Select(envelope => (envelope.Key, envelope.Sequence)));
            position = page.Next;
        }

        Assert.Equal([.. Enumerable.Range(1, 6).Select(sequence => (Key, (long)sequence)), ("ps2/1", 1), ("ps2/1", 2)], seen);
    }

    [SkippableFact]
    public async Task ReadSystem_FromAPositionThisDatabaseNeverGave_SaysSoAndBegins()
    {
        var page = await Installed().ReadSystemAsync("territory", new(1_000_000, "ps2/3", 1), 10, default);

        Assert.True(page.IsTruncated);
        Assert.Equal(6, page.Events.Length);
    }

    [SkippableTheory]
    [InlineData(-1, null, false)]
    [InlineData(0, 1L, false)]
    [InlineData(59.999999, 1L, false)]
    [InlineData(60, 2L, false)]
    [InlineData(200, 4L, false)]
    [InlineData(1e6, 6L, false)]
    public async Task StateAt_FoldsWhatWasCommittedByThen(double seconds, long? sequence, bool isTruncated)
    {
        var past = await Installed().StateAtAsync("territory", Key, First + Exactly(seconds), default);

        Assert.Equal((First, isTruncated), (past.Since, past.IsTruncated));
        Assert.Equal(sequence is { } n ? Worlds.WorldAt(Key, n) : null, past.State as object, Stored);
        Assert.Equal(sequence ?? 0, past.Sequence);
    }

    [SkippableFact]
    public async Task StateAt_OfAnUnknownEntity_IsUnknown() =>
        Assert.Equal(PastState.Unknown, await Installed().StateAtAsync("territory", "ps2/99", Later, default));

    [SkippableFact]
    public async Task Retention_LeavesStatesFromItsCheckpointOn()
    {
        Installed();
        await _worlds.RetainAsync(30, new(2026, 3, 3, 0, 0, 0, TimeSpan.Zero));

        var page = await _worlds.Log.ReadAsync("territory", Key, 0, 10, default);
        Assert.Equal((2, 6, true), (page.Oldest, page.Latest, page.IsTruncated(0)));
        var before = await _worlds.Log.StateAtAsync("territory", Key, First.AddSeconds(-1), default);
        Assert.Equal((null, First, true), (before.State, before.Since, before.IsTruncated));
        var after = await _worlds.Log.StateAtAsync("territory", Key, First, default);
        Assert.Equal((1, true), (after.Sequence, after.IsTruncated));
        var system = await _worlds.Log.ReadSystemAsync("territory", CommitPosition.Start, 10, default);
        Assert.Equal((true, 5), (system.IsTruncated, system.Events.Length));
        Assert.False((await _worlds.Log.ReadSystemAsync("territory", system.Next, 10, default)).IsTruncated);
    }

    [SkippableFact]
    public async Task Entity_WhoseWholeHistoryWasDropped_KeepsItsLastState()
    {
        Installed();
        await _worlds.RetainAsync(30, Later);

        var page = await _worlds.Log.ReadAsync("territory", Key, 0, 10, default);
        Assert.Equal((0, 7, 6, false), (page.Events.Length, page.Oldest, page.Latest, page.IsTruncated(6)));
        var past = await _worlds.Log.StateAtAsync("territory", Key, Later, default);
        Assert.Equal((6, First.AddMinutes(5), First.AddMinutes(5), true), (past.Sequence, past.At, past.Since, past.IsTruncated));
        var system = await _worlds.Log.ReadSystemAsync("territory", CommitPosition.Start, 10, default);
        Assert.True(system.IsTruncated);
        Assert.False((await _worlds.Log.ReadSystemAsync("territory", system.Next, 10, default)).IsTruncated);
        Assert.Empty(await _worlds.VerifyAsync());
    }

    [SkippableFact]
    public async Task Checkpoint_LeftFromADroppedPast_AnswersForNothing()
    {
        Installed();
        await _worlds.RetainAsync(30, Later);
        await _worlds.Database.ExecuteAsync($"insert into entity_checkpoint select system, key, 3, '{First.AddMinutes(2):O}', type, state from entity_checkpoint where seq = 6");

        var past = await _worlds.Log.StateAtAsync("territory", Key, First.AddMinutes(3), default);

        Assert.Equal((null, First.AddMinutes(5), true), (past.State, past.Since, past.IsTruncated));
        Assert.Empty(await _worlds.VerifyAsync());
        await _worlds.RetainAsync(30, Later);
        Assert.Equal([6L], await _worlds.Database.ListAsync<long>("select seq from entity_checkpoint"));
    }

    private static readonly IEqualityComparer<object?> Stored = EqualityComparer<object?>.Create(
        (left, right) => (left, right) is (null, null) || (left is not null && right is not null && Json(left) == Json(right)));

    private static string Json(object state) => System.Text.Encoding.UTF8.GetString(OrleansGameState.Grains.Territory.TerritoryKinds.World.Encode(state));

    private static TimeSpan Exactly(double seconds) => TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond));

    private PostgresEventLog Installed()
    {
        Skip.If(_worlds is null, "PostgreSQL is not installed here.");
        return _worlds.Log;
    }
}
