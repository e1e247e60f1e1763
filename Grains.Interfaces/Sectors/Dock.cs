namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>Docks at a port of the sector.</summary>
/// <param name="PortId">The port.</param>
[GenerateSerializer]
[Immutable]
[Alias("sectors.Dock")]
public sealed record Dock([property: Id(0)] string PortId) : PlayerCommand;
