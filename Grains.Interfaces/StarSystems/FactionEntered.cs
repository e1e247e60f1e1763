namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>The faction was seen in a system where it was not before.</summary>
/// <param name="OccurredAt">The observation's time.</param>
/// <param name="Faction">The faction's name as the journal has it.</param>
/// <param name="SystemAddress">Where.</param>
/// <param name="System">That system's name.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.FactionEntered")]
public sealed record FactionEntered(
    DateTimeOffset OccurredAt,
    [property: Id(0)] string Faction,
    [property: Id(1)] long SystemAddress,
    [property: Id(2)] string System) : MinorFactionEvent(OccurredAt);
