using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A fact about a name that systems bear.</summary>
/// <param name="OccurredAt">The observation's time.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.SystemNameEvent")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(NameTaken), "nameTaken")]
[JsonDerivedType(typeof(NameGivenUp), "nameGivenUp")]
public abstract record SystemNameEvent([property: Id(0)] DateTimeOffset OccurredAt) : EntityEvent;
