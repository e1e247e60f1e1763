using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Nothing that those players' records told the sector can come again: it need not know them any more.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Players">Who.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.DeparturesForgotten")]
public sealed record DeparturesForgotten(DateTimeOffset OccurredAt, [property: Id(0)] ImmutableArray<string> Players) : SectorEvent(OccurredAt);
