namespace OrleansGameState.Grains.Interfaces.Territory;

/// <summary>The game's metagame event states, with its own numbers.</summary>
public enum AlertState
{
    Started = 135,
    Restarted = 136,
    Cancelled = 137,
    Ended = 138,
    XpBonusChanged = 139,
}
