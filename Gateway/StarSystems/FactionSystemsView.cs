namespace OrleansGameState.Gateway.StarSystems;

/// <summary>Where a faction is.</summary>
internal sealed record FactionSystemsView(string Faction, IReadOnlyList<FactionSystemView> Systems);
