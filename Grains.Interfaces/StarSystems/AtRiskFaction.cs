namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A non-native faction that may soon retreat.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NewInf">Its influence, 0 to 1; where it has left, the last it had.</param>
/// <param name="PreviousInf">Its influence before that.</param>
/// <param name="RetreatState"><c>Active</c>, <c>Pending</c>, <c>Recovering</c> or <c>None</c>.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.AtRiskFaction")]
public sealed record AtRiskFaction(
    [property: Id(0)] string Name,
    [property: Id(1)] decimal NewInf,
    [property: Id(2)] decimal PreviousInf,
    [property: Id(3)] string RetreatState);
