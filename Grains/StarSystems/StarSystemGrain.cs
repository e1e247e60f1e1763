using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

internal sealed class StarSystemGrain(
    [PersistentState("system", EntityStorage.Name)] IPersistentState<EntityRecord<StarSystemState>> record,
    EntityContext context,
    IOptions<StarSystemOptions> options)
    : EntityGrain<StarSystemState, StarSystemEvent>(record, context), IStarSystemGrain
{
    private StarSystemSight _sight;

    protected override string SystemName => StarSystemKeys.System;

    public ValueTask<CommandResult> Execute(StarSystemCommand command)
    {
        var decision = StarSystemRules.Decide(Tentative, _sight, command, Now, options.Value);
        if (command is ReportObservation report && decision.Rejections.IsEmpty)
        {
            _sight = _sight.After(report.Observation);
        }

        return Commit(decision);
    }

    public ValueTask<StarSystemStatus> GetStatus() => new(new StarSystemStatus(Committed, _sight.LastSeen));

    protected override ImmutableArray<Owed> OwedFor(StarSystemState before, StarSystemState after, StarSystemEvent @event) =>
        OwedRules.Of(before, after, @event);

    protected override ValueTask Tell(Intent intent) =>
        intent.Target == StarSystemKeys.Galaxy ? GrainFactory.GetGrain<IGalaxyGrain>(intent.Target).Receive(intent)
        : intent.Event is MinorFactionEvent ? GrainFactory.GetGrain<IMinorFactionGrain>(intent.Target).Receive(intent)
        : GrainFactory.GetGrain<ISystemNameGrain>(intent.Target).Receive(intent);

    protected override void OnCommitted(Envelope envelope)
    {
        if (envelope.Event is SystemTicked ticked)
        {
            _ = GrainFactory.GetGrain<IGalaxyGrain>(StarSystemKeys.Galaxy).NoteTick(ticked.Tick);
        }
    }

    // It may have seen what was never committed.
    protected override void OnReloaded() => _sight = default;
}
