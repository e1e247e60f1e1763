namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>A state change of one system, which may belong to a tick of the galaxy.</summary>
/// <param name="SystemAddress">The system.</param>
/// <param name="Since">When it was last seen as it was before.</param>
/// <param name="Until">When the change was seen.</param>
/// <param name="Tick">The system's tick; null where it is only counted.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.StateChangeEvidence")]
public sealed record StateChangeEvidence(
    [property: Id(0)] long SystemAddress,
    [property: Id(1)] DateTimeOffset Since,
    [property: Id(2)] DateTimeOffset Until,
    [property: Id(3)] SystemTick? Tick);
