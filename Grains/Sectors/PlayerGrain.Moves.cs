using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>Moves, each answered once. What fails before the commit changes nothing, and what fails after it does not fail the answer.</summary>
internal sealed partial class PlayerGrain
{
    private readonly List<string> _underWay = [];

    public async ValueTask<MoveAnswer> Move(MovePlayer move)
    {
        if (MoveRules.RefuseRequest(move) is { } malformed)
        {
            return await Refuse(malformed);
        }

        _underWay.Add(move.MoveId);
        try
        {
            return await InTurn(async () =>
            {
                await WaitUntilSettled();
                return await Recall(move) ?? await Decide(move);
            });
        }
        finally
        {
            _underWay.Remove(move.MoveId);
        }
    }

    // Not in turn: the turn may be that of a move which waits at the tunnel for this very answer.
    public async ValueTask<MoveOutcome> Settle(string moveId)
    {
        if (_underWay.Contains(moveId))
        {
            return MoveOutcome.Undecided;
        }

        // What a move of long ago owes its tunnel stands longer than the memory of it may.
        await Deliver();
        ThrowIfFaulted();
        var (before, owed) = (Tentative.Moves, Owes);
        var (answer, isForgotten) = await AnswerTo(moveId);
        if (answer is not null)
        {
            return answer.Event is PlayerMoved ? MoveOutcome.Done : MoveOutcome.Never;
        }

        if (owed || _underWay.Contains(moveId) || Tentative.Moves != before)
        {
            return MoveOutcome.Undecided;
        }

        // An answer that history has no more is old, and whatever it owed was told.
        if (!isForgotten)
        {
            await Commit(Decision<PlayerEvent>.Of(MoveRules.Abandon(moveId, Now)));
            Log.MoveAbandoned(logger, Key, moveId);
        }

        return MoveOutcome.Never;
    }

    private async ValueTask WaitUntilSettled()
    {
        if (OwedCount > options.Value.UnsettledMoves)
        {
            await Deliver();
            if (OwedCount > options.Value.UnsettledMoves)
            {
                throw new StoreUnavailableException($"{Key} did not move: sectors were not told of earlier moves yet.", null);
            }
        }
    }

    private async ValueTask<MoveAnswer?> Recall(MovePlayer move)
    {
        var (answer, isForgotten) = await AnswerTo(move.MoveId);
        return answer is not null ? await Repeat(move, answer)
            : isForgotten ? await Refuse(new("move-forgotten", "moveId", $"Move {move.MoveId} was answered, and history has the answer no more."))
            : null;
    }

    // Under one hash there may be other moves; only history tells which.
    private async ValueTask<(Envelope? Answer, bool IsForgotten)> AnswerTo(string moveId)
    {
        foreach (var sequence in Tentative.Moves.Candidates(moveId))
        {
            if (sequence > Committed.Sequence)
            {
                await Commit(Decision<PlayerEvent>.Nothing);
            }

            var page = await ReadEvents(sequence - 1, 1);
            if (page.Events is not [var told] || told.Sequence != sequence)
            {
                return (null, true);
            }

            if (MoveRules.IdOf(told.Event) == moveId)
            {
                return (told, false);
            }
        }

        return (null, false);
    }

    private async ValueTask<MoveAnswer> Repeat(MovePlayer move, Envelope answer)
    {
        if (MoveRules.RefuseReuse(move, answer.Event) is { } reused)
        {
            return await Refuse(reused);
        }

        if (answer.Event is MoveRefused refused)
        {
            return new(answer.Sequence, null, new(refused.Code, refused.Field, refused.Message), true, []);
        }

        var moved = (PlayerMoved)answer.Event;
        var isThere = Tentative.IsPresent && Tentative.Sector == moved.To && Tentative.ArrivedAt == moved.OccurredAt;
        return new(answer.Sequence, moved, null, true, isThere ? await Meet(_owes.EntryOf(Tentative), moved.To, answer.Sequence) : []);
    }

    private async ValueTask<MoveAnswer> Decide(MovePlayer move)
    {
        if (PlayerRules.RefuseAbsent(Tentative) is { } absent)
        {
            return await Refuse(absent);
        }

        var from = Tentative.Sector;
        var (origin, destination) = await Ends(from, move.To);
        var route = RouteRules.Find(Tentative, move, origin, destination);
        if (route.Rejection is { } noWay)
        {
            return await Remember(MoveRules.Refuse(move, noWay, Now));
        }

        var tunnel = route.Via == MoveVia.Tunnel ? GrainFactory.GetGrain<IWarpTunnelGrain>(SectorKeys.Tunnel(_universe, from, move.To)) : null;
        var grant = tunnel is null ? null : await tunnel.Reserve(_player, move.MoveId);
        if (grant?.Rejection is { } closed)
        {
            return await Remember(MoveRules.Refuse(move, closed, Now));
        }

        var decided = MoveRules.Decide(Tentative, move, route, grant, options.Value, dice, Now);
        var answer = await Remember(decided);
        if (answer.Moved is null && tunnel is not null)
        {
            _ = Release(tunnel, move.MoveId);
        }

        return answer;
    }

    private async ValueTask<(SectorChart? Origin, SectorChart? Destination)> Ends(string from, string to)
    {
        if (from == to)
        {
            return default;
        }

        var (origin, destination) = (Sector(from).GetChart().AsTask(), Sector(to).GetChart().AsTask());
        await Task.WhenAll(origin, destination);
        return (await origin, await destination);
    }

    /// <summary>Commits what becomes of a move; this is its one commit point.</summary>
    private async ValueTask<MoveAnswer> Remember(PlayerEvent decided)
    {
        var refused = decided is MoveRefused told ? new Rejection(told.Code, told.Field, told.Message) : null;
        var commit = CommitInTurn(new([decided], refused is null ? [] : [refused]));
        var after = Tentative;
        await commit;
        return decided is PlayerMoved moved
            ? new(after.Sequence, moved, null, false, await Meet(_owes.EntryOf(after), moved.To, after.Sequence))
            : new(after.Sequence, null, refused, false, []);
    }

    // The move is durable: what is met is told where it can be.
    private async ValueTask<ImmutableArray<Encounter>> Meet(PlayerEntry entry, string sector, long told)
    {
        try
        {
            return EncounterRules.Of(await Sector(sector).Enter(entry, told));
        }
        catch (Exception exception)
        {
            Log.EncountersNotTold(logger, Key, sector, exception);
            return [];
        }
    }

    private async Task Release(IWarpTunnelGrain tunnel, string moveId)
    {
        try
        {
            await tunnel.Release(_player, moveId);
        }
        catch (Exception exception)
        {
            Log.NotReleased(logger, Key, moveId, tunnel.GetPrimaryKeyString(), exception);
        }
    }

    private async ValueTask<MoveAnswer> Refuse(Rejection rejection)
    {
        var result = await Commit(new([], [rejection]));
        return new(result.Sequence, null, rejection, false, []);
    }
}
