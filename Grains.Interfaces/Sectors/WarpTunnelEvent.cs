using System.Text.Json.Serialization;
using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A fact about a warp tunnel.</summary>
/// <param name="OccurredAt">When.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.WarpTunnelEvent")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TunnelCharted), "tunnelCharted")]
[JsonDerivedType(typeof(TunnelUncharted), "tunnelUncharted")]
[JsonDerivedType(typeof(TunnelReserved), "tunnelReserved")]
[JsonDerivedType(typeof(TunnelReleased), "tunnelReleased")]
[JsonDerivedType(typeof(TunnelUsed), "tunnelUsed")]
[JsonDerivedType(typeof(TunnelDegradationWarned), "tunnelDegradationWarned")]
[JsonDerivedType(typeof(TunnelCollapsed), "tunnelCollapsed")]
public abstract record WarpTunnelEvent([property: Id(0)] DateTimeOffset OccurredAt) : EntityEvent;
