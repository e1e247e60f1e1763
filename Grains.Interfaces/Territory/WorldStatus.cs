using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A world's committed state with what is only measured.</summary>
/// <param name="Snapshot">The committed state.</param>
/// <param name="CapturesLastHour">Captures in the last hour by faction; soft state, counted anew after a restart.</param>
/// <param name="Feed">Null until an ingestor reported.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.WorldStatus")]
public sealed record WorldStatus(
    [property: Id(0)] Snapshot<WorldState> Snapshot,
    [property: Id(1)] ImmutableSortedDictionary<Faction, int> CapturesLastHour,
    [property: Id(2)] FeedReport? Feed);
