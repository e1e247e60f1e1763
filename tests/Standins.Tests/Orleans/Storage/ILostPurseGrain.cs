namespace OrleansGameState.Standins.Tests.Orleans.Storage;

public interface ILostPurseGrain : IPurseGrain;
