namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>Another detector told of a tick of the system. What is known already, from it or from observations, changes nothing.</summary>
/// <param name="Tick">As it was told.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.ReportSystemTick")]
public sealed record ReportSystemTick([property: Id(0)] SystemTick Tick) : StarSystemCommand;
