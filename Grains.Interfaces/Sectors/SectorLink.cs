namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A way out of a sector.</summary>
/// <param name="To">The sector it leads to.</param>
/// <param name="TurnCost">Turns that it costs, from 0.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.SectorLink")]
public sealed record SectorLink([property: Id(0)] string To, [property: Id(1)] int TurnCost);
