namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>Where a system is, in light years; Sol is at 0, 0, 0.</summary>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.StarPosition")]
public sealed record StarPosition(
    [property: Id(0)] double X,
    [property: Id(1)] double Y,
    [property: Id(2)] double Z);
