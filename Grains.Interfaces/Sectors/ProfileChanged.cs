namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>A player has another name, team or ship. A ship that they change stays where they are, without a pilot.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Profile">Who they are from now on.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.ProfileChanged")]
public sealed record ProfileChanged(DateTimeOffset OccurredAt, [property: Id(0)] PlayerProfile Profile) : PlayerEvent(OccurredAt);
