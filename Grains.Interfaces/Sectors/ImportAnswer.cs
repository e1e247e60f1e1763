using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>The answer to an import. Where it is not refused the map is durable, and its sectors are told of it in the background, whatever happens.</summary>
/// <param name="Version">The map's version; 0 where it was refused.</param>
/// <param name="Report">What was found.</param>
/// <param name="Rejections">Why it was refused; one each for what is wrong, up to a hundred.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.ImportAnswer")]
public sealed record ImportAnswer(
    [property: Id(0)] long Version,
    [property: Id(1)] ImportReport Report,
    [property: Id(2)] ImmutableArray<Rejection> Rejections);
