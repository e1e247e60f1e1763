using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A fact about a universe.</summary>
/// <param name="OccurredAt">When.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.UniverseEvent")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ImportBegan), "importBegan")]
[JsonDerivedType(typeof(ImportFinished), "importFinished")]
[JsonDerivedType(typeof(UniverseSwept), "universeSwept")]
public abstract record UniverseEvent([property: Id(0)] DateTimeOffset OccurredAt) : EntityEvent;
