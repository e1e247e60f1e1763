using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Entities;

/// <summary>The answer to a command. When it arrives, what it tells of is durable.</summary>
/// <param name="Sequence">The entity's committed sequence after the command.</param>
/// <param name="Changes">How many events the command caused; 0 where it was a repeat, or told nothing new.</param>
/// <param name="Rejections">What was refused. A command with many parts may be done in part; one with a single part has at most one.</param>
[GenerateSerializer]
[Immutable]
[Alias("CommandResult")]
public sealed record CommandResult(
    [property: Id(0)] long Sequence,
    [property: Id(1)] int Changes,
    [property: Id(2)] ImmutableArray<Rejection> Rejections);
