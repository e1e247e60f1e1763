using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A fact about a zone.</summary>
/// <param name="OccurredAt">The game's own time of it, which may be years before its commit.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.ZoneEvent")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FacilityCaptured), "facilityCaptured")]
[JsonDerivedType(typeof(FacilityOwnerLearned), "facilityOwnerLearned")]
[JsonDerivedType(typeof(FacilityDefended), "facilityDefended")]
[JsonDerivedType(typeof(ParticipantsJoined), "participantsJoined")]
[JsonDerivedType(typeof(ZoneLocked), "zoneLocked")]
[JsonDerivedType(typeof(ZoneUnlocked), "zoneUnlocked")]
[JsonDerivedType(typeof(ContinentLockReported), "continentLockReported")]
[JsonDerivedType(typeof(AlertChanged), "alertChanged")]
[JsonDerivedType(typeof(ZoneMapChanged), "zoneMapChanged")]
[JsonDerivedType(typeof(ZoneRetired), "zoneRetired")]
public abstract record ZoneEvent([property: Id(0)] DateTimeOffset OccurredAt) : EntityEvent;
