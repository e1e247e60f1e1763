namespace OrleansGameState.Standins.Tests.Orleans.Calls;

internal sealed class MoneyGrain : Grain, IMoneyGrain
{
    private Money _held = new(0, null);

    public ValueTask<Money> Held() => new(_held);

    public ValueTask Hold(Money money)
    {
        _held = money;
        return default;
    }
}
