using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

internal sealed class GalaxyGrain(
    [PersistentState("galaxy", EntityStorage.Name)] IPersistentState<EntityRecord<GalaxyState>> record,
    EntityContext context)
    : EntityGrain<GalaxyState, GalaxyEvent>(record, context), IGalaxyGrain
{
    protected override string SystemName => StarSystemKeys.System;

    public ValueTask<CommandResult> Execute(GalaxyCommand command) => Commit(Decision<GalaxyEvent>.Nothing);

    public ValueTask Receive(Intent intent) => TakeRepeatable(() => Decision<GalaxyEvent>.Nothing);

    public ValueTask<GalaxyStatus> GetStatus() => new(new GalaxyStatus(Committed, [], System.Collections.Immutable.ImmutableSortedDictionary<string, StarSystemFeedReport>.Empty));

    public Task NoteTick(SystemTick tick) => Task.CompletedTask;

    public ValueTask ReportFeed(StarSystemFeedReport report) => default;
}
