namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A system's states changed, and no sure tick explains it.</summary>
/// <param name="OccurredAt">When the change was seen.</param>
/// <param name="Evidence">The change.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.StateChangeNoted")]
public sealed record StateChangeNoted(
    DateTimeOffset OccurredAt,
    [property: Id(0)] StateChangeEvidence Evidence) : GalaxyEvent(OccurredAt);
