namespace OrleansGameState.Gateway.StarSystems;

/// <summary>Names of the factions that left and that came.</summary>
internal sealed record FactionChangesMessage(IReadOnlyList<string> Retreated, IReadOnlyList<string> Arrived);
