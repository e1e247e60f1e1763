using System.Collections.Immutable;

namespace OrleansGameState.Grains.Sectors;

/// <summary>A sector's lists.</summary>
/// <param name="Id">The sector.</param>
/// <param name="Players">Who is in its list.</param>
/// <param name="Parked">The ships in it that have no pilot.</param>
/// <param name="Heard">What players' records told it last.</param>
internal sealed record AuditedSector(string Id, IReadOnlySet<string> Players, ImmutableArray<string> Parked, ImmutableSortedDictionary<string, long> Heard) : Audited;
