namespace OrleansGameState.Standins.Tests.Orleans.Storage;

public sealed class DefaultPurseGrain([PersistentState("default")] IPersistentState<Purse> purse)
    : PurseGrainBase(purse), IDefaultPurseGrain;
