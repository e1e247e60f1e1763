namespace OrleansGameState.Grains.Interfaces.Sectors;

/// <summary>What became of a move.</summary>
public enum MoveOutcome
{
    /// <summary>It is under way.</summary>
    Undecided,

    /// <summary>It is committed.</summary>
    Done,

    /// <summary>It was not committed, and never will be.</summary>
    Never,
}
