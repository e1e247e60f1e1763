using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;
using OrleansGameState.Grains.Interfaces.Sectors;

namespace OrleansGameState.Grains.Sectors;

/// <summary>What an import comes to.</summary>
/// <param name="Import">What to commit; null where it is refused.</param>
/// <param name="Report">What was found.</param>
/// <param name="Rejections">Why it is refused; one each for what is wrong, up to <see cref="ImportRules.MostNamed"/>.</param>
internal sealed record ImportCheck(MapImported? Import, ImportReport Report, ImmutableArray<Rejection> Rejections);
