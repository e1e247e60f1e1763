namespace OrleansGameState.Gateway.StarSystems;

/// <summary>/galtick.json: when the last tick of the galaxy started, and the message it was told with.</summary>
internal sealed record GalTickView(string LastGalaxyTick, SystemTickMessage Tick);
