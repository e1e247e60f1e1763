namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>What a world knows of one of its zones.</summary>
/// <param name="ZoneId">The zone, or the instance of a dynamic one.</param>
/// <param name="Name">Its name; empty until its map is known.</param>
/// <param name="Status">Open, locked or unknown.</param>
/// <param name="LockedBy">Null where it is not locked, or it is not known by whom.</param>
/// <param name="Since">When the status began, in the game's time; null where it is unknown.</param>
[GenerateSerializer]
[Immutable]
[Alias("territory.ZoneSummary")]
public sealed record ZoneSummary(
    [property: Id(0)] uint ZoneId,
    [property: Id(1)] string Name,
    [property: Id(2)] ZoneStatus Status,
    [property: Id(3)] Faction? LockedBy,
    [property: Id(4)] DateTimeOffset? Since);
