namespace OrleansGameState.Gateway.StarSystems;

/// <summary>The systems that bear a name.</summary>
internal sealed record NamedSystemsView(IReadOnlyList<NamedSystemView> Systems);
