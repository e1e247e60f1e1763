namespace OrleansGameState.Standins.Tests.Orleans.Storage;

[GenerateSerializer]
[Immutable]
public sealed record Purse([property: Id(0)] int Coins)
{
    public Purse()
        : this(0)
    {
    }
}
