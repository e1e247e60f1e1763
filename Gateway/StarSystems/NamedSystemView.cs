namespace OrleansGameState.Gateway.StarSystems;

/// <summary>A system and its name.</summary>
internal sealed record NamedSystemView(long SystemAddress, string Name);
