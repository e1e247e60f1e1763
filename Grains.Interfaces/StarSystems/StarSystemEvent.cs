using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A fact about a star system.</summary>
/// <param name="OccurredAt">The journal's time of it.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.StarSystemEvent")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SystemObserved), "systemObserved")]
[JsonDerivedType(typeof(SystemTicked), "systemTicked")]
[JsonDerivedType(typeof(FactionsChanged), "factionsChanged")]
[JsonDerivedType(typeof(FactionExpandedFrom), "factionExpandedFrom")]
[JsonDerivedType(typeof(SystemDescribed), "systemDescribed")]
public abstract record StarSystemEvent([property: Id(0)] DateTimeOffset OccurredAt) : EntityEvent;
