namespace OrleansGameState.Standins.Tests.Orleans.Storage;

public sealed class PurseGrain([PersistentState("purse", TestCluster.Store)] IPersistentState<Purse> purse)
    : PurseGrainBase(purse), IOwnPurseGrain;
