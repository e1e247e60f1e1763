namespace OrleansGameState.Contracts.Versions;

/// <summary>A type that today's program has never heard of.</summary>
[GenerateSerializer]
[Immutable]
[Alias("contracts.NewDetail")]
public sealed record NewDetail([property: Id(0)] string Text, [property: Id(1)] NewDetail? Inner);
