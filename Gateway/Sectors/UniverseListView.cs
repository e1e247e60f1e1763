namespace OrleansGameState.Gateway.Sectors;

/// <summary>The universes, as clients see them.</summary>
internal sealed record UniverseListView(IReadOnlyList<UniverseSummaryView> Universes);
