using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A way from one sector to another that costs the fewest turns.</summary>
/// <param name="MapVersion">The map it was found on.</param>
/// <param name="Turns">What it costs.</param>
/// <param name="Steps">The sectors after the first, in order.</param>
/// <param name="Rejection">Why there is none: <c>unknown-sector</c> with the field, or <c>no-path</c>; null where there is one.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PathAnswer")]
public sealed record PathAnswer(
    [property: Id(0)] long MapVersion,
    [property: Id(1)] int Turns,
    [property: Id(2)] ImmutableArray<PathStep> Steps,
    [property: Id(3)] Rejection? Rejection);
