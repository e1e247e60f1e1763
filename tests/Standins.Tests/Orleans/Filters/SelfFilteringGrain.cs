namespace OrleansGameState.Standins.Tests.Orleans.Filters;

public sealed class SelfFilteringGrain : Grain, ISelfFilteringGrain, IIncomingGrainCallFilter
{
    public Task<string> Echo(string text) => Task.FromResult(text);

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        await context.Invoke();
        context.Result = $"<{context.Result}>";
    }
}
