namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A ship as others see it.</summary>
/// <param name="Id">The game's id of it.</param>
/// <param name="Name">Its name; empty where none is known.</param>
/// <param name="Type">Its type, such as <c>FAST_COURIER</c>; empty where none is known.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.Ship")]
public sealed record Ship(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] string Type);
