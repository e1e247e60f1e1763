using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>A fact about which worlds there are.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.WorldDirectoryEvent")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(WorldListed), "worldListed")]
public abstract record WorldDirectoryEvent : EntityEvent;
