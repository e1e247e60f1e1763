namespace OrleansGameState.Gateway.Sectors;

/// <summary>A player's ARIA.</summary>
internal sealed record AriaView(int TotalInteractions, int ConsciousnessLevel);
