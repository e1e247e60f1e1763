namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>The world's name was read.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.DescribeWorld")]
public sealed record DescribeWorld([property: Id(0)] string Name) : WorldCommand;
