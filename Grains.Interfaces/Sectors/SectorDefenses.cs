namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>What guards a sector.</summary>
/// <param name="DefenseDrones">How many drones meet whoever enters.</param>
/// <param name="Fighters">Deployed fighters; shown only.</param>
/// <param name="Mines">Laid mines; shown only.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.SectorDefenses")]
public sealed record SectorDefenses(
    [property: Id(0)] int DefenseDrones,
    [property: Id(1)] int Fighters,
    [property: Id(2)] int Mines)
{
    public static readonly SectorDefenses None = new(0, 0, 0);
}
