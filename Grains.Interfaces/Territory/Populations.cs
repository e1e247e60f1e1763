namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>Players of each faction on a continent, in the game's own figures when it locked.</summary>
[GenerateSerializer]
[Immutable]
[Alias("territory.Populations")]
public sealed record Populations(
    [property: Id(0)] int Vs,
    [property: Id(1)] int Nc,
    [property: Id(2)] int Tr);
