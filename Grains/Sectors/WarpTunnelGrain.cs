using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

internal sealed class WarpTunnelGrain(
    [PersistentState("warpTunnel", EntityStorage.Name)] IPersistentState<EntityRecord<WarpTunnelState>> record,
    EntityContext context,
    IOptions<SectorOptions> options,
    TimeProvider time,
    ILogger<WarpTunnelGrain> logger)
    : EntityGrain<WarpTunnelState, WarpTunnelEvent>(record, context), IWarpTunnelGrain
{
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IGrainTimer? _reviews;

    protected override string SystemName => SectorKeys.System;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        ReviewWhileReserved();
    }

    public ValueTask<CommandResult> Execute(WarpTunnelCommand command) => Commit(WarpTunnelRules.Decide(Tentative, command, Now));

    public async ValueTask<TunnelGrant> Reserve(string playerId, string moveId)
    {
        var claim = WarpTunnelRules.Reserve(Tentative, playerId, moveId, Now);
        return claim.Grant is null ? await WaitForUse(playerId, moveId) : await Answer(claim);
    }

    public async ValueTask Release(string playerId, string moveId) =>
        await Commit(WarpTunnelRules.Release(Tentative, playerId, moveId, Now));

    public ValueTask Receive(Intent intent) => Take(intent, () =>
    {
        if (intent.Event is TunnelUsed used && WarpTunnelRules.IsBeyondLimit(Tentative, used))
        {
            UniverseLog.BeyondLimit(logger, Key, used.PlayerId, used.MoveId);
        }

        return WarpTunnelRules.Take(Tentative, intent.Event);
    });

    public async ValueTask<int> Review()
    {
        var since = Now - options.Value.Reservation;
        foreach (var (playerId, moveId) in WarpTunnelRules.Overdue(Committed.State, since))
        {
            try
            {
                await Settle(playerId, moveId);
            }
            catch (Exception exception)
            {
                UniverseLog.NotSettled(logger, Key, playerId, moveId, exception);
            }
        }

        return WarpTunnelRules.Overdue(Committed.State, since).Length;
    }

    protected override void OnCommitted(Envelope envelope)
    {
        ReviewWhileReserved();
        TellThoseWhoWait();
    }

    protected override void OnReloaded()
    {
        ReviewWhileReserved();
        TellThoseWhoWait();
    }

    private async ValueTask<TunnelGrant> Answer(TunnelClaim claim)
    {
        await Commit(claim.Decision);
        return claim.Grant!;
    }

    private async ValueTask<TunnelGrant> WaitForUse(string playerId, string moveId)
    {
        using var patience = new CancellationTokenSource(options.Value.ReservationWait, time);
        while (!patience.IsCancellationRequested)
        {
            await _changed.Task.WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (WarpTunnelRules.Reserve(Tentative, playerId, moveId, Now) is { Grant: not null } claim)
            {
                return await Answer(claim);
            }
        }

        return await Answer(WarpTunnelRules.RefuseUsedUp(Tentative));
    }

    private async Task Settle(string playerId, string moveId)
    {
        var player = GrainFactory.GetGrain<IPlayerGrain>(SectorKeys.Player(SectorKeys.UniverseOf(Key), playerId));
        var outcome = await player.Settle(moveId);
        if (outcome == MoveOutcome.Done)
        {
            // The use is counted by what the player's record owes, and by nothing else: so it is counted once.
            await player.DeliverPending();
        }

        if (outcome == MoveOutcome.Never || (outcome == MoveOutcome.Done && IsStillReserved(playerId, moveId) && await WentAnotherWay(player, moveId)))
        {
            await Release(playerId, moveId);
            UniverseLog.Freed(logger, Key, playerId, moveId);
        }
    }

    private bool IsStillReserved(string playerId, string moveId) => WarpTunnelRules.IsReserved(Tentative, playerId, moveId);

    // A move that was asked for again after a failure may have found another map, and no use for this tunnel.
    private async Task<bool> WentAnotherWay(IPlayerGrain player, string moveId)
    {
        foreach (var sequence in (await player.GetSnapshot()).State.Moves.Candidates(moveId))
        {
            var page = await player.ReadEvents(sequence - 1, 1);
            if (page.Events.FirstOrDefault()?.Event is PlayerMoved moved && moved.MoveId == moveId)
            {
                return Tentative.Chart is { } chart && !WarpTunnelRules.Owes(chart, moved);
            }
        }

        return false;
    }

    // A reservation nobody settles must not hold a use for ever: the timer keeps the tunnel in memory while there is one.
    private void ReviewWhileReserved()
    {
        if (_reviews is null && !Committed.State.Reserved.IsEmpty)
        {
            var every = options.Value.Reservation;
            _reviews = this.RegisterGrainTimer(ReviewOrRest, new GrainTimerCreationOptions(every, every) { KeepAlive = true });
        }
    }

    private async Task ReviewOrRest(CancellationToken cancellationToken)
    {
        await Review();
        if (Committed.State.Reserved.IsEmpty)
        {
            _reviews?.Dispose();
            _reviews = null;
        }
    }

    private void TellThoseWhoWait()
    {
        var changed = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.SetResult();
    }
}
