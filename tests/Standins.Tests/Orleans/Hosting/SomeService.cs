namespace OrleansGameState.Standins.Tests.Orleans.Hosting;

public sealed class SomeService
{
    public Guid Id { get; } = Guid.NewGuid();
}
