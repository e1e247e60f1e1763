using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A fact about a minor faction.</summary>
/// <param name="OccurredAt">The observation's time.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.MinorFactionEvent")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(FactionEntered), "factionEntered")]
[JsonDerivedType(typeof(FactionLeft), "factionLeft")]
public abstract record MinorFactionEvent([property: Id(0)] DateTimeOffset OccurredAt) : EntityEvent;
