using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <remarks>
/// Whatever moves a player has a turn: it looks at other entities before it decides, and nothing else of that kind is
/// decided meanwhile. See docs/adr/0027.
/// </remarks>
internal sealed partial class PlayerGrain(
    [PersistentState("player", EntityStorage.Name)] IPersistentState<EntityRecord<PlayerState>> record,
    EntityContext context,
    IOptions<SectorOptions> options,
    Dice dice,
    ILogger<PlayerGrain> logger)
    : EntityGrain<PlayerState, PlayerEvent>(record, context), IPlayerGrain
{
    private readonly TurnQueue _turns = new();
    private string _universe = "";
    private string _player = "";
    private PlayerOwes _owes = null!;
    private bool _wasReadAgain;

    protected override string SystemName => SectorKeys.System;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        if (SectorKeys.TryParsePlayer(Key, out var universe, out var player))
        {
            (_universe, _player) = (universe, player);
        }

        _owes = new(_universe, _player);
    }

    public ValueTask<CommandResult> Execute(PlayerCommand command) => InTurn(async () =>
    {
        var sight = await Look(command);
        return await CommitInTurn(command is LogIn login
            ? LoginRules.Decide(Tentative, login, sight, options.Value, Guid.NewGuid().ToString("N"), Now)
            : PlayerRules.Decide(Tentative, command, sight, options.Value, Now));
    });

    public ValueTask<PlayerReview> Review(TimeSpan sessionLimit, bool isMissing) => InTurn(async () =>
    {
        var isSwept = PlayerRules.IsSilent(Tentative, sessionLimit, options.Value, Now);
        var isAffirmed = !isSwept && isMissing && Tentative.IsPresent && !Owes;
        await CommitInTurn(
            isSwept ? Decision<PlayerEvent>.Of(new PlayerSwept(Now, Tentative.Sector, Tentative.LastActivityAt))
            : isAffirmed ? Decision<PlayerEvent>.Of(new PresenceAffirmed(Now, Tentative.Sector))
            : Decision<PlayerEvent>.Nothing);
        return new PlayerReview(Committed.State, isSwept, isAffirmed, Owes);
    });

    protected override ImmutableArray<Owed> OwedFor(PlayerState before, PlayerState after, PlayerEvent @event) => _owes.Of(before, after, @event);

    protected override ValueTask Tell(Intent intent) => intent.Event is WarpTunnelEvent
        ? GrainFactory.GetGrain<IWarpTunnelGrain>(intent.Target).Receive(intent)
        : GrainFactory.GetGrain<ISectorGrain>(intent.Target).Receive(intent);

    protected override void OnCommitted(Envelope envelope)
    {
        if (envelope.Event is PlayerSwept swept)
        {
            Log.Swept(logger, Key, swept.Sector, swept.SilentSince);
        }
    }

    protected override void OnForgotten(ImmutableArray<Intent> told)
    {
        foreach (var intent in told)
        {
            if (intent.Event is PlayerLeft)
            {
                _ = GrainFactory.GetGrain<ISectorGrain>(intent.Target).Forget(_player, intent.Id);
            }
        }
    }

    protected override void OnReloaded() => _wasReadAgain = true;

    private async ValueTask<T> InTurn<T>(Func<ValueTask<T>> act)
    {
        await _turns.Wait();
        try
        {
            ThrowIfFaulted();
            _wasReadAgain = false;
            return await act();
        }
        finally
        {
            _turns.End();
        }
    }

    // What was looked at belongs to the state at the turn's beginning; one that was read again may be another's.
    private ValueTask<CommandResult> CommitInTurn(Decision<PlayerEvent> decision) => _wasReadAgain
        ? throw new StoreUnavailableException($"{Key} was not changed: it was read again meanwhile, after a write that failed.", null)
        : Commit(decision);

    private async ValueTask<PlayerSight> Look(PlayerCommand command)
    {
        switch (command)
        {
            case LogIn login when LoginRules.HasToEnter(Tentative):
                var here = await ChartOf(Tentative.Sector);
                var settings = here is null ? await Settings() : null;
                return new(settings, here, settings is null ? null : await ChartOf((Tentative.Profile is null ? login.StartSector : null) ?? settings.StartSector));
            case Dock or Land:
                return new(null, await ChartOf(Tentative.Sector), null);
            case Teleport teleport when Tentative.Sector != teleport.To:
                return new(null, null, await ChartOf(teleport.To));
            default:
                return default;
        }
    }

    private async ValueTask<UniverseSettings?> Settings() =>
        (await GrainFactory.GetGrain<IUniverseGrain>(_universe).GetSnapshot()).State is { Import: not null } universe ? universe.Settings : null;

    private ValueTask<SectorChart?> ChartOf(string? sector) => SectorKeys.IsId(sector) ? Sector(sector).GetChart() : new((SectorChart?)null);

    private ISectorGrain Sector(string sector) => GrainFactory.GetGrain<ISectorGrain>(SectorKeys.Sector(_universe, sector));
}
