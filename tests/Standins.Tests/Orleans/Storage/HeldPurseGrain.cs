namespace OrleansGameState.Standins.Tests.Orleans.Storage;

public sealed class HeldPurseGrain([PersistentState("held", NotingStore.Name)] IPersistentState<Purse> purse)
    : PurseGrainBase(purse), IHeldPurseGrain;
