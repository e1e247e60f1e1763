namespace OrleansGameState.Standins.Tests.Orleans.Storage;

public interface IHeldPurseGrain : IPurseGrain;
