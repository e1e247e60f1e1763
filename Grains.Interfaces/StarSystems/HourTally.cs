using System.Collections.Immutable;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>What ticked in an hour.</summary>
/// <param name="Hour">The hour's beginning, by the ticks' own times.</param>
/// <param name="SystemTicks">All ticks of systems.</param>
/// <param name="StateChanges">Those with a state change.</param>
/// <param name="Busiest">The systems with the highest activity estimates, highest first; a few.</param>
/// <param name="AtRisk">Factions at risk that the hour's ticks told of, lowest influence first; a few.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.HourTally")]
public sealed record HourTally(
    [property: Id(0)] DateTimeOffset Hour,
    [property: Id(1)] int SystemTicks,
    [property: Id(2)] int StateChanges,
    [property: Id(3)] ImmutableArray<BusySystem> Busiest,
    [property: Id(4)] ImmutableArray<FactionAtRisk> AtRisk);
