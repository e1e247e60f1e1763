using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Grains.Territory;

internal sealed class WorldDirectoryGrain(
    [PersistentState("worlds", EntityStorage.Name)] IPersistentState<EntityRecord<WorldDirectoryState>> record,
    EntityContext context)
    : EntityGrain<WorldDirectoryState, WorldDirectoryEvent>(record, context), IWorldDirectoryGrain
{
    protected override string SystemName => TerritoryKeys.System;

    public ValueTask Receive(Intent intent) => Take(intent, () => WorldDirectoryRules.Decide(Tentative, intent.Event));
}
