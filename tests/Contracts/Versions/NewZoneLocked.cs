using System.Collections.Immutable;
using OrleansGameState.Grains.Interfaces.Territory;

namespace OrleansGameState.Contracts.Versions;

/// <summary>A zone's lock as a program to come might send it: it tells more, some of it in types of its own.</summary>
[GenerateSerializer]
[Immutable]
[Alias("contracts.NewZoneLocked")]
public sealed record NewZoneLocked(
    DateTimeOffset OccurredAt,
    [property: Id(0)] Faction? Faction,
    [property: Id(1)] LockCause Cause,
    [property: Id(2)] string Reason,
    [property: Id(3)] ImmutableArray<NewDetail> Details,
    [property: Id(4)] NewDetail Same) : ZoneEvent(OccurredAt);
