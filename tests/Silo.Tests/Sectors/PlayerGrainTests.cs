using Orleans.Storage;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;
using static OrleansGameState.Silo.Tests.Sectors.RingUniverse;

namespace OrleansGameState.Silo.Tests.Sectors;

public sealed class PlayerGrainTests : IAsyncLifetime
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private EntityCluster _cluster = null!;
    private RingUniverse _universe = null!;

    public async Task InitializeAsync()
    {
        _cluster = await EntityCluster.StartAsync();
        _universe = await ImportAsync(_cluster, "u1");
    }

    public Task DisposeAsync() => _cluster.DisposeAsync().AsTask();

    [Fact]
    public async Task Move_IsInThePlayersRecord_AndTheListsFollow()
    {
        var ada = await _universe.LogInAsync("ada");

        var answer = await ada.Move(new("m1", "2", null));
        await ada.DeliverPending();

        Assert.Equal(("1", "2", 49, false), (answer.Moved!.From, answer.Moved.To, answer.Moved.TurnsLeft, answer.IsRepeat));
        Assert.Equal(EncounterKind.SectorHazard, Assert.Single(answer.Encounters).Kind);
        var player = await ada.GetSnapshot();
        Assert.Equal(("2", answer.Sequence), (player.State.Sector, player.Sequence));
        Assert.Equal(["2"], await _universe.ListingAsync("ada"));
        Assert.Equal(answer.Moved.OccurredAt, (await _universe.Sector("2").GetSnapshot()).State.Players["ada"].ArrivedAt);
    }

    [Fact]
    public async Task Sector_ForgetsThoseWhoLeft_OnceTheirRecordsCannotTellOfItAgain()
    {
        var players = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => _universe.LogInAsync($"p{number}")));
        foreach (var player in players)
        {
            await player.Move(new("m1", "2", null));
            await player.DeliverPending();
        }

        // Sixteen went along with the seventeenth who left.
        Assert.Equal(4, (await _universe.Sector("1").GetSnapshot()).State.Heard.Count);
        Assert.Equal(["2"], await _universe.ListingAsync("p1"));
    }

    [Fact]
    public async Task Left_IsDurableBeforeJoinedIsTold()
    {
        var (ada, bob) = (await _universe.LogInAsync("ada"), await _universe.LogInAsync("bob"));
        var release = Hold(SectorKeys.Sector("u1", "1"));

        await ada.Move(new("m1", "2", null));
        var delivery = ada.DeliverPending().AsTask();
        await bob.Move(new("m1", "2", null));

        Assert.False(delivery.IsCompleted);
        Assert.Equal(["1"], await _universe.ListingAsync("ada"));
        release.SetResult();
        await delivery.WaitAsync(Bound);
        Assert.Equal(["2"], await _universe.ListingAsync("ada"));
    }

    [Fact]
    public async Task OfTwoWhoEnterAtOnce_TheSecondMeetsTheFirst_WhoIsNotListedYet()
    {
        var (ada, bob) = (await _universe.LogInAsync("ada"), await _universe.LogInAsync("bob"));
        var release = Hold(SectorKeys.Sector("u1", "1"));

        var first = await ada.Move(new("m1", "4", null));
        var second = await bob.Move(new("m1", "4", null));

        Assert.Empty(first.Encounters);
        Assert.Equal("ada", Assert.Single(Assert.Single(second.Encounters).Players).PlayerId);
        release.SetResult();
    }

    [Fact]
    public async Task RepeatedMove_GetsTheSameAnswer_AlsoFromAnotherActivation()
    {
        var ada = await _universe.LogInAsync("ada");
        var answer = await ada.Move(new("m1", "2", null));
        var refused = await ada.Move(new("m2", "4", null));

        await ReplaceActivation(ada);
        var (again, refusedAgain) = (await ada.Move(new("m1", "2", null)), await ada.Move(new("m2", "4", null)));

        Assert.Equal((answer.Moved, answer.Sequence, true), (again.Moved, again.Sequence, again.IsRepeat));
        Assert.Equal(EncounterKind.SectorHazard, Assert.Single(again.Encounters).Kind);
        Assert.Equal(("not-adjacent", "not-adjacent", refused.Sequence, true), (refused.Rejection!.Code, refusedAgain.Rejection!.Code, refusedAgain.Sequence, refusedAgain.IsRepeat));
        Assert.Single(await EventsAsync<PlayerMoved>(ada));
        Assert.Equal("move-id-reused", (await ada.Move(new("m1", "3", null))).Rejection!.Code);
    }

    [Fact]
    public async Task RepeatedMove_MeetsNobody_OnceThePlayerIsElsewhere()
    {
        var ada = await _universe.LogInAsync("ada");
        await ada.Move(new("m1", "2", null));
        await ada.Move(new("m2", "3", null));

        Assert.Empty((await ada.Move(new("m1", "2", null))).Encounters);
    }

    [Fact]
    public async Task MovesOfOnePlayer_AreDoneOneByOne_HoweverTheyCome()
    {
        var ada = await _universe.LogInAsync("ada", turns: 100);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(move => ada.Move(new($"m{move % 30}", $"{(move % 30 % 4) + 1}", null)).AsTask())).WaitAsync(Bound);
        await ada.DeliverPending();

        var moves = await EventsAsync<PlayerMoved>(ada);
        Assert.Equal(40, answers.Length);
        Assert.Equal(moves.Length, answers.Where(answer => answer is { Moved: not null, IsRepeat: false }).Count());
        Assert.Equal(moves.Select(moved => moved.From), moves.Select(moved => moved.To).Prepend("1").Take(moves.Length));
        Assert.Equal(Enumerable.Range(1, moves.Length).Select(count => 100 - moves.Take(count).Sum(moved => moved.TurnCost)), moves.Select(moved => moved.TurnsLeft));
        Assert.Equal([moves[^1].To], await _universe.ListingAsync("ada"));
    }

    [Fact]
    public async Task Move_WhoseSectorCannotBeAsked_Fails_AndMayBeAskedForAgain()
    {
        var ada = await _universe.LogInAsync("ada");
        var before = await ada.GetSnapshot();
        _cluster.Store.ReadFailure = grain => IsOf(grain, SectorKeys.Sector("u1", "2")) ? new IOException("no answer") : null;
        await GiveUpActivation(_universe.Sector("2"));
        await Eventually(async () => await Record.ExceptionAsync(async () => await _universe.Sector("2").GetChart()) ?? throw new TimeoutException("still there"));

        await Assert.ThrowsAnyAsync<Exception>(async () => await ada.Move(new("m1", "2", null)));
        _cluster.Store.ReadFailure = _ => null;

        Assert.Equal(before.Sequence, (await ada.GetSnapshot()).Sequence);
        var moved = await Eventually(() => ada.Move(new("m1", "2", null)).AsTask());
        Assert.Equal(("2", false), (moved.Moved!.To, moved.IsRepeat));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Move_WhoseCommitFailed_IsDoneOnce(bool isDone)
    {
        var ada = await _universe.LogInAsync("ada");
        Exception? Fails(GrainId grain) => IsOf(grain, SectorKeys.Player("u1", "ada")) ? new IOException("no answer") : null;
        (_cluster.Store.Failure, _cluster.Store.LostAnswer) = (grain => isDone ? null : Fails(grain), grain => isDone ? Fails(grain) : null);

        await Assert.ThrowsAnyAsync<Exception>(async () => await ada.Move(new("m1", "2", null)));
        (_cluster.Store.Failure, _cluster.Store.LostAnswer) = (_ => null, _ => null);
        var answer = await Eventually(() => ada.Move(new("m1", "2", null)).AsTask());
        await ada.DeliverPending();

        Assert.Equal(isDone, answer.IsRepeat);
        Assert.Equal(answer.Moved, Assert.Single(await EventsAsync<PlayerMoved>(ada)));
        Assert.Single(await EventsAsync<PlayerJoined>(_universe.Sector("2")));
        Assert.Equal(["2"], await _universe.ListingAsync("ada"));
    }

    [Fact]
    public async Task Move_WaitsWhereSectorsWereNotToldOfManyBefore()
    {
        var (ada, bob) = (await _universe.LogInAsync("ada"), await _universe.LogInAsync("bob"));
        var release = Hold(SectorKeys.Sector("u1", "1"));
        for (var move = 0; move < 5; move++)
        {
            await ada.Move(new($"m{move}", $"{(move % 2) + 2}", null));
        }

        var next = ada.Move(new("m5", "3", null)).AsTask();
        await bob.Move(new("m0", "2", null));

        Assert.False(next.IsCompleted);
        release.SetResult();
        Assert.Equal("3", (await next.WaitAsync(Bound)).Moved!.To);
    }

    [Fact]
    public async Task Settle_TellsWhatBecameOfAMove()
    {
        var ada = await _universe.LogInAsync("ada");
        await ada.Move(new("done", "2", null));
        await ada.Move(new("refused", "4", null));
        var arrived = new TaskCompletionSource();
        var release = Hold(SectorKeys.Player("u1", "ada"), arrived);
        var underWay = ada.Move(new("under-way", "3", null)).AsTask();
        await arrived.Task.WaitAsync(Bound);

        Assert.Equal(MoveOutcome.Undecided, await ada.Settle("under-way"));
        release.SetResult();
        await underWay.WaitAsync(Bound);
        await ada.DeliverPending();

        Assert.Equal((MoveOutcome.Done, MoveOutcome.Done, MoveOutcome.Never), (await ada.Settle("done"), await ada.Settle("under-way"), await ada.Settle("refused")));
    }

    [Fact]
    public async Task Move_ThatWasGivenUp_IsRefusedFromThenOn()
    {
        var ada = await _universe.LogInAsync("ada");

        Assert.Equal((MoveOutcome.Never, MoveOutcome.Never), (await ada.Settle("m1"), await ada.Settle("m1")));
        await ReplaceActivation(ada);

        Assert.Equal(("abandoned", true), (await ada.Move(new("m1", "2", null))) is var answer ? (answer.Rejection!.Code, answer.IsRepeat) : default);
        Assert.Equal("1", (await ada.GetSnapshot()).State.Sector);
        Assert.Single(await EventsAsync<MoveRefused>(ada));
    }

    [Fact]
    public async Task Passage_UsesTheTunnelOnce_AndTheOneAfterTheLastIsRefused()
    {
        var players = await Task.WhenAll(_universe.LogInAsync("ada"), _universe.LogInAsync("bob"), _universe.LogInAsync("eve"));

        var answers = await Task.WhenAll(players.Select(player => player.Move(new("m1", "3", null)).AsTask())).WaitAsync(Bound);
        var again = await Task.WhenAll(players.Select(player => player.Move(new("m1", "3", null)).AsTask())).WaitAsync(Bound);
        await Task.WhenAll(players.Select(player => player.DeliverPending().AsTask()));

        var refused = Assert.Single(answers, answer => answer.Moved is null);
        Assert.Equal("COLLAPSED", refused.Rejection!.Code);
        Assert.Equal([0, 1], answers.Where(answer => answer.Moved is not null).Select(answer => answer.Moved!.Passage!.UsesLeft!.Value).Order());
        Assert.Equal(answers.Select(answer => (answer.Sequence, answer.Moved?.OccurredAt)), again.Select(answer => (answer.Sequence, answer.Moved?.OccurredAt)));
        var tunnel = (await _universe.Tunnel.GetSnapshot()).State;
        Assert.Equal((2, TunnelStatus.Collapsed, 0), (tunnel.Uses, tunnel.Status, tunnel.Reserved.Count));
        Assert.Equal(2, (await _universe.Sector("3").GetSnapshot()).State.Players.Count);
    }

    [Fact]
    public async Task Passage_ThatIsRefusedAfterTheReservation_GivesItBack()
    {
        var ada = await _universe.LogInAsync("ada", turns: 2);
        var chart = (await _universe.Tunnel.GetSnapshot()).State.Chart!;
        await _universe.Tunnel.Execute(new ChartTunnel(9, chart with { TurnCost = 3 }, null, null));
        var watcher = new Watcher(2);
        await _universe.Tunnel.Watch(_cluster.Client.CreateObjectReference<IEntityObserver>(watcher));

        var answer = await ada.Move(new("m1", "3", null));
        await watcher.Complete.WaitAsync(Bound);

        Assert.Equal("no-turns", answer.Rejection!.Code);
        Assert.Equal([typeof(TunnelReserved), typeof(TunnelReleased)], watcher.Events.OrderBy(envelope => envelope.Sequence).Select(envelope => envelope.Event.GetType()));
    }

    [Fact]
    public async Task PlayerWhoWasSilent_IsSwept_AndReturnsToTheirShip()
    {
        var ada = await _universe.LogInAsync("ada");

        var review = await ada.Review(TimeSpan.FromHours(-1), false);
        await ada.DeliverPending();

        Assert.True(review is { IsSwept: true, State: { IsPresent: false, IsActive: false } });
        Assert.Empty(await _universe.ListingAsync("ada"));
        Assert.Equal(["ship-ada"], (await _universe.Sector("1").GetSnapshot()).State.Parked.Keys);
        Assert.Equal("logged-out", (await ada.Move(new("m1", "2", null))).Rejection!.Code);
        await _universe.LogInAsync("ada");
        Assert.Equal(["1"], await _universe.ListingAsync("ada"));
        Assert.Empty((await _universe.Sector("1").GetSnapshot()).State.Parked);
    }

    [Fact]
    public async Task PlayerWhoseEntryIsMissing_IsListedAgain()
    {
        var ada = await _universe.LogInAsync("ada");
        var heard = (await _universe.Sector("1").GetSnapshot()).State.Heard["ada"];
        await _universe.Sector("1").Execute(new RemoveStray("ada", heard));

        var review = await ada.Review(TimeSpan.FromMinutes(30), true);
        await ada.DeliverPending();

        Assert.True(review is { IsAffirmed: true, IsSwept: false });
        Assert.Equal(["1"], await _universe.ListingAsync("ada"));
        Assert.Equal(PresenceReason.Healed, (await EventsAsync<PlayerJoined>(_universe.Sector("1")))[^1].Reason);
    }

    private static bool IsOf(GrainId grain, string key) => grain.Key.ToString() == key;

    // All writes of an entity wait from now on until the source is completed.
    private TaskCompletionSource Hold(string key, TaskCompletionSource? arrived = null)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _cluster.Store.Held = grain =>
        {
            if (!IsOf(grain, key))
            {
                return Task.CompletedTask;
            }

            arrived?.TrySetResult();
            return gate.Task;
        };
        return gate;
    }

    private async Task ReplaceActivation(IPlayerGrain player)
    {
        await GiveUpActivation(player);
        await Eventually(() => player.Execute(new Heartbeat()).AsTask());
    }

    // One whose record somebody else wrote is given up for another.
    private async Task GiveUpActivation(IGrainWithStringKey entity)
    {
        _cluster.Store.Failure = grain => grain == entity.GetGrainId() ? new InconsistentStateException("written elsewhere") : null;
        await Assert.ThrowsAnyAsync<Exception>(async () => await (entity switch
        {
            IPlayerGrain player => player.Execute(new LogIn(Ada with { Username = "Nobody" }, null, null, null)),
            ISectorGrain sector => sector.Execute(new UnchartSector(99)),
            _ => throw new InvalidOperationException($"{entity} is neither."),
        }));
        _cluster.Store.Failure = _ => null;
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
