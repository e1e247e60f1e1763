namespace OrleansGameState.Standins.Tests.Orleans.Filters;

/// <summary>What a grain finds around its turn.</summary>
[GenerateSerializer]
public sealed record Seen(
    [property: Id(0)] string? Activity, [property: Id(1)] string? Parent, [property: Id(2)] string? Trace, [property: Id(3)] string? Value);
