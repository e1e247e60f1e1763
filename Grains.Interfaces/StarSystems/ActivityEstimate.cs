namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>How much players did in a system, estimated from what moved.</summary>
/// <param name="Label"><c>Low</c>, <c>Medium</c> or <c>High</c>.</param>
/// <param name="Value">From the swing of influence and the population.</param>
/// <param name="ValueAdj">The value, lessened where the system was not seen for more than five days.</param>
/// <param name="Bars">0 to 5.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.ActivityEstimate")]
public sealed record ActivityEstimate(
    [property: Id(0)] string Label,
    [property: Id(1)] decimal Value,
    [property: Id(2)] decimal ValueAdj,
    [property: Id(3)] int Bars);
