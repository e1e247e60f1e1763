namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>One side of a conflict.</summary>
/// <param name="Faction">Its name.</param>
/// <param name="Stake">The asset it may lose; empty where there is none.</param>
/// <param name="WonDays">Days it has won.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.ConflictSide")]
public sealed record ConflictSide(
    [property: Id(0)] string Faction,
    [property: Id(1)] string Stake,
    [property: Id(2)] int WonDays);
