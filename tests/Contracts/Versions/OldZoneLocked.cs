using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Contracts.Versions;

/// <summary>A zone's lock as a program might have sent it that did not know by whom, nor why.</summary>
[GenerateSerializer]
[Immutable]
[Alias("contracts.OldZoneLocked")]
public sealed record OldZoneLocked(DateTimeOffset OccurredAt) : ZoneEvent(OccurredAt);
