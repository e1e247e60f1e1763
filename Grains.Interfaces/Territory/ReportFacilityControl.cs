namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A FacilityControl message: the canonical word on a capture, or on a defence where both factions are the same.</summary>
/// <param name="FacilityId">facility_id.</param>
/// <param name="OldFaction">old_faction_id.</param>
/// <param name="NewFaction">new_faction_id.</param>
/// <param name="HeldSeconds">duration_held; seconds since 1970 where it was never held.</param>
/// <param name="OutfitId">outfit_id; null where absent or 0.</param>
/// <param name="Timestamp">timestamp, in whole seconds.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.ReportFacilityControl")]
public sealed record ReportFacilityControl(
    [property: Id(0)] int FacilityId,
    [property: Id(1)] Faction OldFaction,
    [property: Id(2)] Faction NewFaction,
    [property: Id(3)] long HeldSeconds,
    [property: Id(4)] long? OutfitId,
    [property: Id(5)] DateTimeOffset Timestamp) : ZoneCommand;
