namespace OrleansGameState.Ingestors.Feeds.Leases;

/// <summary>Whether this process may pass on what a feed brings of a part.</summary>
internal interface IPartLeases
{
    /// <summary>
    /// Which of the times that this process holds the part's lease it is, from 1 on, and another after each break; null
    /// where it does not hold it.
    /// </summary>
    int? TermOf(string part);

    /// <summary>Completes once this process holds the part's lease.</summary>
    Task WhenHeld(string part, CancellationToken cancellationToken);
}
