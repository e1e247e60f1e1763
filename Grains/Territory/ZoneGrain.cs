using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

internal sealed class ZoneGrain(
    [PersistentState("zone", EntityStorage.Name)] IPersistentState<EntityRecord<ZoneState>> record,
    EntityContext context)
    : EntityGrain<ZoneState, ZoneEvent>(record, context), IZoneGrain
{
    private ZoneSight _sight = ZoneSight.Nothing;
    private DateTimeOffset? _lastHeard;

    protected override string SystemName => TerritoryKeys.System;

    private string World => TerritoryKeys.World(Tentative.WorldId);

    public ValueTask<CommandResult> Execute(ZoneCommand command)
    {
        var decision = ZoneRules.Decide(Tentative, _sight, Heard(command), Now);
        if (command is ReportMap poll && !decision.Rejections.Any(rejection => rejection.Field == "requestedAt"))
        {
            _sight = _sight.After(Tentative, poll);
        }

        return Commit(decision);
    }

    protected override ImmutableArray<Owed> OwedFor(ZoneState before, ZoneState after, ZoneEvent @event) =>
        WorldRules.OwedBy(before, after, @event) is { } owed ? [new(World, owed)] : [];

    protected override ValueTask Tell(Intent intent) => GrainFactory.GetGrain<IWorldGrain>(intent.Target).Receive(intent);

    protected override void OnCommitted(Envelope envelope)
    {
        // What changes hands in the burst of a lock was not fought for.
        if (envelope.Event is FacilityCaptured { Restates: false } captured && Committed.State.Status != ZoneStatus.Locked)
        {
            _ = GrainFactory.GetGrain<IWorldGrain>(World).NoteCapture(captured.NewFaction, captured.OccurredAt);
        }
    }

    // It may have seen what was never committed.
    protected override void OnReloaded() => _sight = ZoneSight.Nothing;

    // What was heard since the last commit changed nothing, so only this activation knows of it.
    private ZoneCommand Heard(ZoneCommand command)
    {
        if (command is RetireIfSilent silent)
        {
            var lastHeard = _lastHeard > Committed.AsOf ? _lastHeard.Value : Committed.AsOf;
            return lastHeard > silent.LastHeard ? silent with { LastHeard = lastHeard } : silent;
        }

        _lastHeard = Now;
        return command;
    }
}
