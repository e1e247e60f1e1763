namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>Another detector told that a faction expanded from the system.</summary>
/// <param name="Expansion">As it was told.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.ReportExpansion")]
public sealed record ReportExpansion([property: Id(0)] FactionExpandedFrom Expansion) : StarSystemCommand;
