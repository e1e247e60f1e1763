namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A conflict between two factions of a system.</summary>
/// <param name="WarType">The journal's word: <c>war</c>, <c>civilwar</c> or <c>election</c>.</param>
/// <param name="Status">The journal's word, such as <c>active</c> or <c>pending</c>; empty where it is over.</param>
/// <param name="First">One side.</param>
/// <param name="Second">The other.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.Conflict")]
public sealed record Conflict(
    [property: Id(0)] string WarType,
    [property: Id(1)] string Status,
    [property: Id(2)] ConflictSide First,
    [property: Id(3)] ConflictSide Second);
