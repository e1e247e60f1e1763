using Orleans.Concurrency;

namespace OrleansGameState.Standins.Tests.Orleans.Turns;

[Reentrant]
public sealed class ReentrantTurnGrain : TurnGrainBase, IReentrantTurnGrain;
