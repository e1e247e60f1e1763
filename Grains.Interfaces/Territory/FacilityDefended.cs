namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A facility was resecured by the faction that holds it.</summary>
/// <param name="OccurredAt">The time of the resecure.</param>
/// <param name="FacilityId">The facility.</param>
/// <param name="Faction">Its holder.</param>
/// <param name="OutfitId">The defending outfit, where told.</param>
/// <param name="HeldSeconds">How long it has been held.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.FacilityDefended")]
public sealed record FacilityDefended(
    DateTimeOffset OccurredAt,
    [property: Id(0)] int FacilityId,
    [property: Id(1)] Faction Faction,
    [property: Id(2)] long? OutfitId,
    [property: Id(3)] long HeldSeconds) : ZoneEvent(OccurredAt);
