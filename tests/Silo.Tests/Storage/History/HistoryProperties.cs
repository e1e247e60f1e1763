using FsCheck;
using FsCheck.Fluent;
using Npgsql;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Silo.Tests.Storage.History;

public sealed class HistoryProperties
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Steps between commits, of which some are none and some are weeks, and where checkpoints are.
    private static readonly Arbitrary<(int[] Steps, int Every)> Histories =
        (from steps in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(1, 1000)), (2, Gen.Choose(100_000, 2_000_000))).NonEmptyListOf()
         from every in Gen.Choose(1, 12)
         select (steps.ToArray(), every)).ToArbitrary();

    [SkippableFact]
    public async Task StateAt_IsTheFoldOfWhatWasCommittedByThen_AlsoAfterRetention()
    {
        await using var worlds = await Worlds.CreateAsync();
        var worldId = 0;
        await CheckAsync(Histories, 25, async history =>
        {
            var key = TerritoryKeys.World(++worldId);
            DateTimeOffset[] times = [.. Sums(history.Steps).Select(seconds => Start.AddSeconds(seconds))];
            await worlds.CommitAsync(key, times, sequence => sequence % history.Every == 0);
            await HoldsAsync(worlds, key, times);
        });
        await worlds.RetainAsync(100, Start.AddDays(160));
        for (var id = 1; id <= worldId; id++)
        {
            var key = TerritoryKeys.World(id);
            var page = await worlds.Log.ReadAsync("territory", key, 0, 1000, default);
            Assert.Equal(page.Latest - page.Oldest + 1, page.Events.Length);
            await HoldsAfterwardsAsync(worlds, key, page);
        }

        Assert.Empty(await worlds.VerifyAsync());
    }

    [SkippableFact]
    public async Task Follower_WhileCommitsOverlapAndSomeStayOpen_MissesNothing()
    {
        await using var worlds = await Worlds.CreateAsync();
        await worlds.EnsureAsync(Start);
        var turn = 0;
        await CheckAsync(Gen.Choose(0, 5).ListOf(30).ToArbitrary(), 10, async moves =>
        {
            turn++;
            await FollowAsync(worlds, turn, [.. moves]);
        });
    }

    // Each move of 0 to 3 begins or ends the transaction of that number; the others read a page.
    private static async Task FollowAsync(Worlds worlds, int turn, int[] moves)
    {
        var open = new Dictionary<int, (NpgsqlConnection Connection, NpgsqlTransaction Transaction)>();
        var (position, seen) = ((await EndAsync(worlds)).Next, new List<(string Key, long Sequence)>());
        var committed = new HashSet<(string, long)>();
        foreach (var (move, index) in moves.Select((move, index) => (move, index)))
        {
            if (move > 3)
            {
                (position, _) = await ReadAsync(worlds, position, seen);
            }
            else if (open.Remove(move, out var held))
            {
                await held.Transaction.CommitAsync();
                await held.Connection.DisposeAsync();
            }
            else
            {
                var connection = await worlds.Database.Source.OpenConnectionAsync();
                var transaction = await connection.BeginTransactionAsync();
                var key = TerritoryKeys.World(1000 + (turn * 10) + move);
                committed.Add((key, await Worlds.WriteAsync(connection, key, Start.AddSeconds(index))));
                open.Add(move, (connection, transaction));
            }
        }

        foreach (var (connection, transaction) in open.Values)
        {
            await transaction.CommitAsync();
            await connection.DisposeAsync();
        }

        for (var more = true; more; (position, more) = await ReadAsync(worlds, position, seen))
        {
        }

        Assert.Equal(committed.Count, seen.Count);
        Assert.Equal(committed, [.. seen]);
        Assert.All(seen.GroupBy(item => item.Key), world => Assert.Equal(world.Select(item => item.Sequence).Order(), world.Select(item => item.Sequence)));
    }

    private static async Task<(CommitPosition Next, bool HasMore)> ReadAsync(Worlds worlds, CommitPosition position, List<(string, long)> seen)
    {
        var page = await worlds.Log.ReadSystemAsync("territory", position, 3, default);
        seen.AddRange(page.Events.Select(envelope => (envelope.Key, envelope.Sequence)));
        return (page.Next, !page.Events.IsEmpty);
    }

    private static async Task<SystemPage> EndAsync(Worlds worlds)
    {
        var page = await worlds.Log.ReadSystemAsync("territory", CommitPosition.Start, 1000, default);
        while (!page.Events.IsEmpty)
        {
            page = await worlds.Log.ReadSystemAsync("territory", page.Next, 1000, default);
        }

        return page;
    }

    private static async Task HoldsAsync(Worlds worlds, string key, DateTimeOffset[] times)
    {
        foreach (var at in times.SelectMany(time => new[] { time.AddTicks(-1), time, time.AddSeconds(50) }))
        {
            var past = await worlds.Log.StateAtAsync("territory", key, at, default);
            var sequence = times.Count(time => time <= at);
            Assert.Equal((sequence, times[0], false), (past.Sequence, past.Since, past.IsTruncated));
            Assert.Equal(sequence == 0 ? null : Worlds.WorldAt(key, sequence).Name, (past.State as WorldState)?.Name);
        }
    }

    // What is left of the history tells: the state before its first event, and each one's.
    private static async Task HoldsAfterwardsAsync(Worlds worlds, string key, EventPage page)
    {
        foreach (var at in page.Events.Select(envelope => envelope.At))
        {
            var past = await worlds.Log.StateAtAsync("territory", key, at, default);
            var sequence = page.Events.Last(envelope => envelope.At <= at).Sequence;
            Assert.Equal((sequence, page.Oldest > 1), (past.Sequence, past.IsTruncated));
            Assert.Equal(Worlds.WorldAt(key, sequence).Name, ((WorldState)past.State!).Name);
        }

        var since = (await worlds.Log.StateAtAsync("territory", key, Start.AddDays(-1), default)).Since!.Value;
        var first = await worlds.Log.StateAtAsync("territory", key, since, default);
        var expected = page.Events.LastOrDefault(envelope => envelope.At <= since)?.Sequence ?? page.Oldest - 1;
        Assert.Equal((expected, Worlds.WorldAt(key, expected).Name), (first.Sequence, ((WorldState)first.State!).Name));
    }

    private static IEnumerable<long> Sums(int[] steps)
    {
        var sum = 0L;
        foreach (var step in steps)
        {
            yield return sum += step;
        }
    }

    // The cases come from the library; they are run here one after the other, because it knows no asynchronous ones.
    private static async Task CheckAsync<T>(Arbitrary<T> cases, int count, Func<T, Task> check)
    {
        foreach (var sample in cases.Generator.Sample(count, 20))
        {
            await check(sample);
        }
    }
}
