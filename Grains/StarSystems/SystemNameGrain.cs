using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

internal sealed class SystemNameGrain(
    [PersistentState("name", EntityStorage.Name)] IPersistentState<EntityRecord<SystemNameState>> record,
    EntityContext context)
    : EntityGrain<SystemNameState, SystemNameEvent>(record, context), ISystemNameGrain
{
    protected override string SystemName => StarSystemKeys.System;

    public ValueTask Receive(Intent intent) => Take(intent, () => IndexRules.Decide(Tentative, intent.Event));
}
