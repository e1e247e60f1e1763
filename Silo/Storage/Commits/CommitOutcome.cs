namespace OrleansGameState.Silo.Storage.Commits;

/// <summary>How a write ended.</summary>
internal readonly record struct CommitOutcome
{
    public static readonly CommitOutcome Done = new() { IsDone = true };

    public bool IsDone { get; private init; }

    /// <summary>The commit id that the row carries instead; null where there is no row.</summary>
    public Guid? Stored { get; private init; }

    /// <summary>The row was not the one the write was decided on.</summary>
    public static CommitOutcome Stale(Guid? stored) => new() { Stored = stored };
}
