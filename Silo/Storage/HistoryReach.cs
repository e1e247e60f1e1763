namespace OrleansGameState.Silo.Storage;

/// <summary>How much of history a process's memory can have seen.</summary>
internal enum HistoryReach
{
    /// <summary>All: what is stored ends with the process.</summary>
    Whole,

    /// <summary>All since the process began; what is stored is older.</summary>
    SinceStart,

    /// <summary>What this process committed; others commit beside it.</summary>
    Part,
}
