namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>What an import does with what is wrong in it; without these it is refused by name.</summary>
/// <param name="StubDanglingLinks">Makes a stub of each sector that only a link or a tunnel names.</param>
/// <param name="FirstOfDuplicateShips">Leaves a ship that is in two places in the first.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.ImportChoices")]
public sealed record ImportChoices(
    [property: Id(0)] bool StubDanglingLinks,
    [property: Id(1)] bool FirstOfDuplicateShips);
