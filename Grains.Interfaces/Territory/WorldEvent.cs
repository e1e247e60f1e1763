using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A fact about a world.</summary>
/// <param name="OccurredAt">The game's own time of it.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.WorldEvent")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(WorldDescribed), "worldDescribed")]
[JsonDerivedType(typeof(WorldOnlineChanged), "worldOnlineChanged")]
[JsonDerivedType(typeof(FeedDegraded), "feedDegraded")]
[JsonDerivedType(typeof(FeedRecovered), "feedRecovered")]
[JsonDerivedType(typeof(ZoneReported), "zoneReported")]
[JsonDerivedType(typeof(ZoneRemoved), "zoneRemoved")]
public abstract record WorldEvent([property: Id(0)] DateTimeOffset OccurredAt) : EntityEvent;
