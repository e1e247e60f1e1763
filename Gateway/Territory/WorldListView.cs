namespace OrleansGameState.Gateway.Territory;

/// <summary>All worlds that were heard of.</summary>
internal sealed record WorldListView(IReadOnlyList<WorldView> Worlds);
