namespace OrleansGameState.Standins.Tests.Orleans.Storage;

public sealed class LostPurseGrain([PersistentState("lost", "a store nobody added")] IPersistentState<Purse> purse)
    : PurseGrainBase(purse), ILostPurseGrain;
