namespace OrleansGameState.Standins.Tests.Orleans.Turns;

public interface IPlainTurnGrain : ITurnGrain;
