namespace OrleansGameState.Standins.Tests.Orleans.Calls;

[GenerateSerializer]
[Immutable]
public sealed record Money([property: Id(0)] decimal Amount, [property: Id(1)] string? Note);
