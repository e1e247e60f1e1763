namespace OrleansGameState.Gateway.StarSystems;

/// <summary>Ticks of the galaxy, oldest first, each as it is seen now.</summary>
internal sealed record GalaxyTicksView(IReadOnlyList<GalaxyTickView> Ticks);
