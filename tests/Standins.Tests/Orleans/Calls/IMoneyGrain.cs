namespace OrleansGameState.Standins.Tests.Orleans.Calls;

internal interface IMoneyGrain : IHolderGrain<Money>
{
    ValueTask Hold(Money money);
}
