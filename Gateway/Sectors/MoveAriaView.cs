namespace OrleansGameState.Gateway.Sectors;

/// <summary>A player's ARIA after a move.</summary>
internal sealed record MoveAriaView(int TotalInteractions, int ConsciousnessLevel, bool LeveledUp);
