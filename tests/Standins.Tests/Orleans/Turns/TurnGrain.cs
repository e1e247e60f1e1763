namespace OrleansGameState.Standins.Tests.Orleans.Turns;

public sealed class TurnGrain : TurnGrainBase, IPlainTurnGrain;
