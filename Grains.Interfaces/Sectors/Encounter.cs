using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>What a player meets who enters a sector. Told, and not kept.</summary>
/// <param name="Kind">What.</param>
/// <param name="ThreatLevel">How much it threatens.</param>
/// <param name="Players">The others; empty where it is something else.</param>
/// <param name="Hazard">The sector's type; null where it is something else.</param>
/// <param name="Count">How many drones; null where it is something else.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.Encounter")]
public sealed record Encounter(
    [property: Id(0)] EncounterKind Kind,
    [property: Id(1)] ThreatLevel ThreatLevel,
    [property: Id(2)] ImmutableArray<PlayerEntry> Players,
    [property: Id(3)] string? Hazard,
    [property: Id(4)] int? Count);
