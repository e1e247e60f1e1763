namespace OrleansGameState.Standins.Tests.Orleans.Storage;

public interface IOwnPurseGrain : IPurseGrain;
