using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A fact about a sector.</summary>
/// <param name="OccurredAt">When it happened to the player, or to the map.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.SectorEvent")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SectorCharted), "sectorCharted")]
[JsonDerivedType(typeof(SectorUncharted), "sectorUncharted")]
[JsonDerivedType(typeof(PlayerJoined), "playerJoined")]
[JsonDerivedType(typeof(PlayerEntryChanged), "playerEntryChanged")]
[JsonDerivedType(typeof(PlayerLeft), "playerLeft")]
[JsonDerivedType(typeof(ShipRemoved), "shipRemoved")]
[JsonDerivedType(typeof(DeparturesForgotten), "departuresForgotten")]
public abstract record SectorEvent([property: Id(0)] DateTimeOffset OccurredAt) : EntityEvent;
