namespace OrleansGameState.Grains.Interfaces.StarSystems;

/// <summary>Another detector told who came to the system and who left.</summary>
/// <param name="Changes">As it was told.</param>
[GenerateSerializer]
[Immutable]
[Alias("starsystems.ReportFactionChanges")]
public sealed record ReportFactionChanges([property: Id(0)] FactionsChanged Changes) : StarSystemCommand;
