namespace OrleansGameState.Silo.Tests.Sectors;

/// <summary>Names each call before it is sent and once it is answered; of a dead silo none is.</summary>
internal sealed class FusedCalls(Fuse fuse, string caller) : IOutgoingGrainCallFilter
{
    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var from = context.SourceContext is { } source ? Named(source.GrainId) : caller;
        var call = $"{from} calls {Named(context.TargetId)} {context.MethodName}";
        await fuse.PassAsync($"{call}: before");
        await context.Invoke();
        await fuse.PassAsync($"{call}: after");
    }

    // Without the universe, which is always the same.
    private static string Named(GrainId id) => id.Key.ToString()! is var key && key.Contains('/', StringComparison.Ordinal) ? key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..] : key;
}
