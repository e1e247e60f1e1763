namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A universe's own settings; those that are null are the server's.</summary>
/// <param name="StartSector">Where players come into it; null for its first sector.</param>
/// <param name="StartingTurns">With how many turns; <c>Sectors:StartingTurns</c>.</param>
/// <param name="SessionMinutes">How long a player may be silent before they are swept; <c>Sectors:SessionMinutes</c>.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.UniverseSettings")]
public sealed record UniverseSettings(
    [property: Id(0)] string? StartSector,
    [property: Id(1)] int? StartingTurns,
    [property: Id(2)] int? SessionMinutes)
{
    public static readonly UniverseSettings Default = new(null, null, null);
}
