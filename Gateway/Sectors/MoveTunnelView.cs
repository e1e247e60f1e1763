namespace OrleansGameState.Gateway.Sectors;

/// <summary>The tunnel of a move.</summary>
internal sealed record MoveTunnelView(string Type, double Stability, int? UsesLeft);
