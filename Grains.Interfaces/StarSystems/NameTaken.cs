namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A system was seen to bear the name.</summary>
/// <param name="OccurredAt">The observation's time.</param>
/// <param name="Name">As the journal has it.</param>
/// <param name="SystemAddress">The system.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.NameTaken")]
public sealed record NameTaken(
    DateTimeOffset OccurredAt,
    [property: Id(0)] string Name,
    [property: Id(1)] long SystemAddress) : SystemNameEvent(OccurredAt);
