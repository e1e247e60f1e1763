using OrleansGameState.Grains.Entities;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.StarSystems;

namespace OrleansGameState.Grains.StarSystems;

internal sealed class MinorFactionGrain(
    [PersistentState("faction", EntityStorage.Name)] IPersistentState<EntityRecord<MinorFactionState>> record,
    EntityContext context)
    : EntityGrain<MinorFactionState, MinorFactionEvent>(record, context), IMinorFactionGrain
{
    protected override string SystemName => StarSystemKeys.System;

    public ValueTask Receive(Intent intent) => Take(intent, () => IndexRules.Decide(Tentative, intent.Event));
}
