namespace OrleansGameState.Contracts.Versions;

/// <summary>A command's answer before there were rejections.</summary>
[GenerateSerializer]
[Immutable]
[Alias("contracts.OldResult")]
public sealed record OldResult([property: Id(0)] long Sequence, [property: Id(1)] int Changes);
