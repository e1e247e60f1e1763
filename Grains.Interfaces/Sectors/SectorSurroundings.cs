using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>What whoever enters a sector meets.</summary>
/// <param name="Type">The sector's type; empty where no map has it.</param>
/// <param name="HazardLevel">0 to 10.</param>
/// <param name="DefenseDrones">How many drones.</param>
/// <param name="Players">The others here, those included whose arrival is durable and not yet in the list.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.SectorSurroundings")]
public sealed record SectorSurroundings(
    [property: Id(0)] string Type,
    [property: Id(1)] double HazardLevel,
    [property: Id(2)] int DefenseDrones,
    [property: Id(3)] ImmutableArray<PlayerEntry> Players);
