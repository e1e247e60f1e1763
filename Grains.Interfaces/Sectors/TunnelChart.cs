namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>What a warp tunnel is, as its universe's map has it.</summary>
/// <param name="From">The sector it leads from.</param>
/// <param name="To">The sector it leads to.</param>
/// <param name="Type">Such as <c>NATURAL</c>, <c>ARTIFICIAL</c>, <c>QUANTUM</c>, <c>UNSTABLE</c>.</param>
/// <param name="Stability">0 to 1.</param>
/// <param name="TurnCost">Turns a passage costs, from 0.</param>
/// <param name="MaxUses">How many passages it bears; null for any number.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.TunnelChart")]
public sealed record TunnelChart(
    [property: Id(0)] string From,
    [property: Id(1)] string To,
    [property: Id(2)] string Type,
    [property: Id(3)] double Stability,
    [property: Id(4)] int TurnCost,
    [property: Id(5)] int? MaxUses);
