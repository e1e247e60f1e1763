namespace OrleansGameState.Standins.Tests.Orleans.Storage;

public interface IDefaultPurseGrain : IPurseGrain;
