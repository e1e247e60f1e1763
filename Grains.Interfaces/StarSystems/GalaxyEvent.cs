using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A fact about the galaxy.</summary>
/// <param name="OccurredAt">The game's own time of it.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.GalaxyEvent")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(StateChangeNoted), "stateChangeNoted")]
[JsonDerivedType(typeof(StateChangeWithdrawn), "stateChangeWithdrawn")]
[JsonDerivedType(typeof(GalaxyTickCalled), "galaxyTickCalled")]
[JsonDerivedType(typeof(GalaxyTickRevised), "galaxyTickRevised")]
[JsonDerivedType(typeof(GalaxyTickOverdue), "galaxyTickOverdue")]
[JsonDerivedType(typeof(HourTallied), "hourTallied")]
[JsonDerivedType(typeof(GalaxyFeedDegraded), "galaxyFeedDegraded")]
[JsonDerivedType(typeof(GalaxyFeedRecovered), "galaxyFeedRecovered")]
public abstract record GalaxyEvent([property: Id(0)] DateTimeOffset OccurredAt) : EntityEvent;
