namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>Another detector called a tick.</summary>
/// <param name="First">The system's tick that it was called with.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.ReportGalaxyTick")]
public sealed record ReportGalaxyTick([property: Id(0)] SystemTick First) : GalaxyCommand;
