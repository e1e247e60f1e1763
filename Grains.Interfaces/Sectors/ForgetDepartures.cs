using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Those players' records owe the sector nothing of what it heard of them.</summary>
/// <param name="Heard">By player, what the sector had heard last; one that told something since is kept.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.ForgetDepartures")]
public sealed record ForgetDepartures([property: Id(0)] ImmutableSortedDictionary<string, long> Heard) : SectorCommand;
