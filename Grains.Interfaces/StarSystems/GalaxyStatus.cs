using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>The galaxy's committed state with what is only measured.</summary>
/// <param name="Snapshot">The committed state.</param>
/// <param name="Hours">The last 24 hours in which anything ticked, oldest first, with the one that runs.</param>
/// <param name="Feeds">What ingestors last reported, by feed.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.GalaxyStatus")]
public sealed record GalaxyStatus(
    [property: Id(0)] Snapshot<GalaxyState> Snapshot,
    [property: Id(1)] ImmutableArray<HourTally> Hours,
    [property: Id(2)] ImmutableSortedDictionary<string, StarSystemFeedReport> Feeds);
