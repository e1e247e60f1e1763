using System.Collections.Immutable;
using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

internal sealed class WorldGrain(
    [PersistentState("world", EntityStorage.Name)] IPersistentState<EntityRecord<WorldState>> record,
    EntityContext context)
    : EntityGrain<WorldState, WorldEvent>(record, context), IWorldGrain
{
    private static readonly TimeSpan SilenceCheck = TimeSpan.FromMinutes(1);

    private readonly CaptureTally _captures = new();
    private FeedReport? _feed;

    protected override string SystemName => TerritoryKeys.System;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await base.OnActivateAsync(cancellationToken);
        this.RegisterGrainTimer(RetireSilentZones, new GrainTimerCreationOptions(SilenceCheck, SilenceCheck));
    }

    public ValueTask<CommandResult> Execute(WorldCommand command) => Commit(WorldRules.Decide(Tentative, command, Now));

    public ValueTask Receive(Intent intent) => Take(intent, () => WorldRules.Decide(Tentative, intent.Event));

    public ValueTask<WorldStatus> GetStatus() => new(new WorldStatus(Committed, _captures.LastHour(Now), _feed));

    public Task NoteCapture(Faction faction, DateTimeOffset occurredAt)
    {
        _captures.Add(faction, occurredAt, Now);
        return Task.CompletedTask;
    }

    public ValueTask ReportFeed(FeedReport report)
    {
        _feed = report;
        return default;
    }

    protected override ImmutableArray<Owed> OwedFor(WorldState before, WorldState after, WorldEvent @event) =>
        WorldDirectoryRules.OwedBy(before, after, @event) is { } owed ? [new(TerritoryKeys.Directory, owed)] : [];

    protected override ValueTask Tell(Intent intent) => GrainFactory.GetGrain<IWorldDirectoryGrain>(intent.Target).Receive(intent);

    private async Task RetireSilentZones(CancellationToken cancellationToken)
    {
        foreach (var zoneId in Committed.State.Zones.Keys.Where(ZoneIds.IsDynamicInstance))
        {
            await GrainFactory.GetGrain<IZoneGrain>(TerritoryKeys.Zone(Committed.State.WorldId, zoneId)).Execute(new RetireIfSilent(DateTimeOffset.UnixEpoch));
        }
    }
}
