namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A step of a path.</summary>
/// <param name="To">The sector it leads to.</param>
/// <param name="Via">How.</param>
/// <param name="TurnCost">What it costs.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.PathStep")]
public sealed record PathStep(
    [property: Id(0)] string To,
    [property: Id(1)] MoveVia Via,
    [property: Id(2)] int TurnCost);
