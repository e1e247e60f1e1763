using OrleansGameState.Grains.Interfaces.Entities;

namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A star system's committed state with what is only measured.</summary>
/// <param name="Snapshot">The committed state.</param>
/// <param name="LastSeen">The newest observation's time, also where it told nothing new; null where this silo has not heard of it since it holds the system.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.StarSystemStatus")]
public sealed record StarSystemStatus(
    [property: Id(0)] Snapshot<StarSystemState> Snapshot,
    [property: Id(1)] DateTimeOffset? LastSeen);
