using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A fact about a universe's map.</summary>
/// <param name="OccurredAt">When.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.UniverseMapEvent")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(MapImported), "mapImported")]
public abstract record UniverseMapEvent([property: Id(0)] DateTimeOffset OccurredAt) : EntityEvent;
