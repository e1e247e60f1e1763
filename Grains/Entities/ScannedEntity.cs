using System.Collections.Immutable;

namespace OrleansGameState.Grains.Entities;

/// <summary>An entity as a scan of the store finds it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Key">Its key.</param>
/// <param name="Version">Sequence of the last event in <paramref name="State"/>.</param>
/// <param name="State">The state, of <see cref="StoredKind.State"/>.</param>
/// <param name="OwedTo">The keys of those whom the record owes something, or has not forgotten yet that it did; one may be there twice.</param>
public readonly record struct ScannedEntity(StoredKind Kind, string Key, long Version, object State, ImmutableArray<string> OwedTo);
