namespace OrleansGameState.Standins.Tests.Orleans.Filters;

/// <summary>Asks for what itself needs filters.</summary>
public sealed class FilterWithFactory(IGrainFactory factory) : IIncomingGrainCallFilter, IOutgoingGrainCallFilter
{
    private readonly IGrainFactory _factory = factory;

    public Task Invoke(IIncomingGrainCallContext context) => _factory is null ? throw new InvalidOperationException() : context.Invoke();

    public Task Invoke(IOutgoingGrainCallContext context) => _factory is null ? throw new InvalidOperationException() : context.Invoke();
}
