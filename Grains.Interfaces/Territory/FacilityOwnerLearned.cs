namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A poll told the owner of a facility of which nothing was known; it is not a capture.</summary>
/// <param name="OccurredAt">When the map was asked for.</param>
/// <param name="FacilityId">The facility.</param>
/// <param name="Faction">Its owner.</param>
/// <param name="SpeaksOf">The request less the cache lag.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.FacilityOwnerLearned")]
public sealed record FacilityOwnerLearned(
    DateTimeOffset OccurredAt,
    [property: Id(0)] int FacilityId,
    [property: Id(1)] Faction Faction,
    [property: Id(2)] DateTimeOffset SpeaksOf) : ZoneEvent(OccurredAt);
