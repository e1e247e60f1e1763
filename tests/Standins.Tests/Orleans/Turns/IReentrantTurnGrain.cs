namespace OrleansGameState.Standins.Tests.Orleans.Turns;

public interface IReentrantTurnGrain : ITurnGrain;
